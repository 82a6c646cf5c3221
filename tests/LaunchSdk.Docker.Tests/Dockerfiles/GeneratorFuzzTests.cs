using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Dockerfiles;

/// <summary>
/// Whatever a job says, the generated text has the instructions of its kind and no other, and gives back the values that were put in.
/// </summary>
public sealed class GeneratorFuzzTests
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? ""),
        Gen.ListOf(
                Gen.Elements(
                    "\n",
                    "\r\n",
                    "\\",
                    "\\\n",
                    "\"",
                    "'",
                    "]",
                    "[",
                    "RUN touch /pwned",
                    "\nRUN x",
                    "<<EOF",
                    "<<-'E'",
                    "#",
                    "# escape=`\n",
                    "`",
                    "`\n",
                    "$PATH",
                    "${X}",
                    " ",
                    "\t",
                    "\0",
                    "\u2028",
                    "\u0085",
                    "é",
                    "\ud83d\ude00",
                    "\ud800",
                    "--mount=type=bind",
                    "python",
                    "-",
                    "a.txt",
                    "/",
                    ".."
                ),
                6
            )
            .Select(static parts => string.Concat(parts))
    );

    private static readonly Gen<string[]> Words = Gen.Choose(1, 4)
        .SelectMany(static count => Gen.ListOf(Nasty, count))
        .Select(static words => words.ToArray())
        .Where(static words => words[0].Length > 0 && !words.Any(static word => word.Contains('\0', StringComparison.Ordinal)));

    [Property(MaxTest = 500)]
    public Property An_entry_point_is_one_instruction_with_the_same_words() =>
        Prop.ForAll(
            Words.ToArbitrary(),
            static words =>
            {
                foreach (var flavor in Enum.GetValues<BuilderFlavor>())
                {
                    var file = DockerfileGenerator.Generate(
                        new JobImagePlan { Runtime = new PythonRuntime(null, PythonRequirements.None), EntryPoint = words },
                        flavor
                    );
                    Assert.Equal(
                        ["FROM", "ENV", "USER", "RUN", "WORKDIR", "COPY", "USER", "ENTRYPOINT"],
                        file.Instructions.Select(static instruction => instruction.Keyword)
                    );
                    Assert.Equal(words.Select(WithoutLoneSurrogates), file.Instructions[^1].Words!);
                    Assert.Empty(file.BuildKitReasons);
                    Assert.Null(file.Syntax);
                }
            }
        );

    [Property(MaxTest = 500)]
    public Property A_dependency_is_refused_or_one_word_of_one_instruction() =>
        Prop.ForAll(
            Nasty.ToArbitrary(),
            static text =>
            {
                PythonRequirements requirements;
                try
                {
                    requirements = PythonRequirements.FromProject(SourcePath.Parse("pyproject.toml"), [text]);
                }
                catch (FormatException)
                {
                    return;
                }

                var file = DockerfileGenerator.Generate(
                    new JobImagePlan { Runtime = new PythonRuntime(null, requirements), EntryPoint = ["python"] },
                    BuilderFlavor.Classic
                );
                Assert.Equal(
                    [
                        "FROM",
                        "USER",
                        "RUN",
                        "WORKDIR",
                        "RUN",
                        "FROM",
                        "COPY",
                        "ENV",
                        "ENV",
                        "USER",
                        "RUN",
                        "WORKDIR",
                        "COPY",
                        "USER",
                        "ENTRYPOINT",
                    ],
                    file.Instructions.Select(static instruction => instruction.Keyword)
                );
                Assert.Equal(["--", text], file.Instructions[4].Words!.TakeLast(2));
            }
        );

    [Property(MaxTest = 500)]
    public Property Every_typed_value_is_refused_or_keeps_to_its_line() =>
        Prop.ForAll(
            Nasty.ToArbitrary(),
            static text =>
            {
                var plan = new JobImagePlan
                {
                    Runtime = SourcePath.TryParse(text, out var path, out _)
                        ? new DotNetRuntime(
                            DotNetVersion.TryParse(text, out var dotnet, out _) ? dotnet : DotNetVersion.Parse("8.0"),
                            path,
                            text
                        )
                        : new PythonRuntime(PythonVersion.TryParse(text, out var python, out _) ? python : null, PythonRequirements.None),
                    EntryPoint = ["run"],
                    BaseImage = ImageReference.TryParse(text, out var image, out _) && !image.IsId ? image : null,
                    User = ContainerUser.TryParse($"7:{text}", out var user, out _) ? user : ContainerUser.Default,
                    WorkingDirectory = ContainerPath.TryParse($"/{text}", out var directory, out _) ? directory : ContainerPath.Default,
                };

                foreach (var flavor in Enum.GetValues<BuilderFlavor>())
                {
                    var file = DockerfileGenerator.Generate(plan, flavor);
                    Assert.Equal(plan.Runtime is DotNetRuntime ? 11 : 8, file.Instructions.Count);
                    Assert.Equal(
                        plan.WorkingDirectory.Text,
                        file.Instructions.Last(static instruction => instruction.Keyword == "WORKDIR").Arguments
                    );
                    Assert.Equal(["run"], file.Instructions[^1].Words!);
                }
            }
        );

    [Property(MaxTest = 500)]
    public Property A_requirements_file_is_copied_under_its_name_or_with_the_whole_source() =>
        Prop.ForAll(
            Nasty.ToArbitrary(),
            static text =>
            {
                if (!SourcePath.TryParse(text, out var path, out _))
                {
                    return;
                }

                var requirements = PythonRequirements.FromFile(path);
                var file = DockerfileGenerator.Generate(
                    new JobImagePlan { Runtime = new PythonRuntime(null, requirements), EntryPoint = ["python"] },
                    BuilderFlavor.Classic
                );
                Assert.Equal(16, file.Instructions.Count);
                Assert.Equal(requirements.NeedsSource ? ". /build/" : $"{path} /build/{path}", file.Instructions[4].Arguments);
                Assert.Equal(WithoutLoneSurrogates(path.Text), file.Instructions[5].Words![^1]);
            }
        );

    // Half a surrogate pair is no character: the replacement character stands for it, as docker would have it.
    private static string WithoutLoneSurrogates(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
