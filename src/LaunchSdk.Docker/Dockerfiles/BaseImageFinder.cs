using System.Globalization;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds the images that a build pulls, with the build's arguments filled in.</summary>
internal static class BaseImageFinder
{
    private const string NoImage = "scratch";

    public static IReadOnlyList<ImageReference> Find(Dockerfile file, IReadOnlyDictionary<string, string> buildArguments)
    {
        var problems = new List<string>();
        var images = new List<ImageReference>();
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var instruction in file.Instructions)
        {
            try
            {
                foreach (var name in Names(file, instruction, arguments, buildArguments))
                {
                    Add(images, problems, instruction, name);
                }
            }
            catch (FormatException e)
            {
                problems.Add($"line {instruction.Line}: {e.Message}");
            }
        }

        return problems.Count == 0
            ? images
            : throw new BuildInputException([.. problems.Select(problem => $"{file.Path ?? "Dockerfile"}: {problem}")]);
    }

    private static IEnumerable<string> Names(
        Dockerfile file,
        DockerfileInstruction instruction,
        Dictionary<string, string> arguments,
        IReadOnlyDictionary<string, string> buildArguments
    )
    {
        if (instruction is { Keyword: "ARG", Stage: null })
        {
            Declare(instruction, arguments, buildArguments);
            return [];
        }

        var names = instruction.Keyword switch
        {
            "FROM" => [VariableText.Expand(file.Stages[instruction.Stage!.Value].From, arguments)],
            "COPY" => StageReader.Flag(instruction, "from") is { } from ? [from] : [],
            "RUN" => instruction
                .Flags.Where(static flag => flag.StartsWith("--mount=", StringComparison.Ordinal))
                .SelectMany(static flag => flag["--mount=".Length..].Split(','))
                .Where(static part => part.StartsWith("from=", StringComparison.Ordinal))
                .Select(static part => part["from=".Length..]),
            _ => (IEnumerable<string>)[],
        };
        return names.Where(name => name != NoImage && !IsStage(file, instruction, name));
    }

    private static void Declare(
        DockerfileInstruction instruction,
        Dictionary<string, string> arguments,
        IReadOnlyDictionary<string, string> buildArguments
    )
    {
        foreach (var word in DockerfileWords.Split(instruction.Arguments, '\\'))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (buildArguments.TryGetValue(name, out var given))
            {
                arguments[name] = given;
            }
            else if (equals >= 0)
            {
                arguments[name] = VariableText.Expand(word[(equals + 1)..], arguments);
            }
        }
    }

    // COPY may also name a stage by its number; FROM may not.
    private static bool IsStage(Dockerfile file, DockerfileInstruction instruction, string name) =>
        file
            .Stages.Take(instruction.Stage!.Value)
            .Any(stage =>
                string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase)
                || (
                    instruction.Keyword != "FROM"
                    && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && stage.Index == index
                )
            );

    private static void Add(List<ImageReference> images, List<string> problems, DockerfileInstruction instruction, string name)
    {
        if (name.Length == 0)
        {
            problems.Add($"line {instruction.Line}: '{instruction}' names no image with these build arguments: give the ARG a value");
        }
        else if (!ImageReference.TryParse(name, out var image, out var error))
        {
            problems.Add($"line {instruction.Line}: {error.Message}");
        }
        else if (!images.Exists(known => known.Text == image.Text))
        {
            images.Add(image);
        }
    }
}
