using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Python jobs: a stage that makes an environment in <c>/env</c>, and a last stage that takes it over.</summary>
internal static class PythonDockerfile
{
    private const string PipCache = "target=/root/.cache/pip";
    private const string BuildDirectory = "/build";

    private static readonly ImageReference CondaImage = ImageReference.Parse("continuumio/miniconda3:latest");
    private static readonly ImageReference CondaFinalImage = ImageReference.Parse("debian:bookworm-slim");

    public static void Write(DockerfileWriter text, JobImagePlan plan, PythonRuntime python)
    {
        if (python.Requirements.Kind == RequirementsKind.Conda)
        {
            WriteConda(text, plan, python.Requirements);
        }
        else if (plan.AcceleratorBaseImage is { } accelerator)
        {
            // The environment's interpreter and compiled packages are those of the image that runs them.
            text.From(accelerator, "python");
            AptPython.Write(text, python.Version);
            WriteStages(
                text,
                python.Requirements,
                () => text.FromStage("python", "build"),
                () => text.FromStage("python"),
                () => AptPython.WriteBuildTools(text)
            );
        }
        else
        {
            var version = python.Version ?? PythonVersion.Default;
            var build = plan.BaseImage ?? ImageReference.Parse($"python:{version}");
            var final = plan.BaseImage ?? ImageReference.Parse($"python:{version}-slim");
            WriteStages(text, python.Requirements, () => text.From(build, "build"), () => text.From(final), static () => { });
        }

        text.Line("ENV PYTHONUNBUFFERED=1");
        FinalStage.Write(text, plan, "COPY", ".", plan.EntryPoint);
    }

    private static void WriteStages(
        DockerfileWriter text,
        PythonRequirements requirements,
        Action fromBuild,
        Action fromFinal,
        Action buildTools
    )
    {
        if (requirements.Kind != RequirementsKind.None)
        {
            fromBuild();
            text.Line("USER 0");
            buildTools();
            text.Run(["python3", "-m", "venv", "/env"]);
            text.Line($"WORKDIR {BuildDirectory}");
            WriteInstall(text, requirements);
        }

        fromFinal();
        CopyEnvironment(text, requirements);
    }

    private static void WriteInstall(DockerfileWriter text, PythonRequirements requirements)
    {
        var install = (List<string>)["/env/bin/python", "-m", "pip", "install", "--disable-pip-version-check"];
        if (text.Flavor == BuilderFlavor.Classic)
        {
            install.Add("--no-cache-dir");
        }

        if (requirements.Kind == RequirementsKind.Project)
        {
            text.Run([.. install, "--", .. requirements.Dependencies], PipCache);
            return;
        }

        CopyFiles(text, requirements);
        text.Run([.. install, "--requirement", requirements.File!.Text], PipCache);
    }

    private static void WriteConda(DockerfileWriter text, JobImagePlan plan, PythonRequirements requirements)
    {
        text.From(CondaImage, "build");
        text.Line("USER 0");
        text.Line($"WORKDIR {BuildDirectory}");
        CopyFiles(text, requirements);
        text.Run(["conda", "env", "create", "--prefix", "/env", "--file", requirements.File!.Text], "target=/opt/conda/pkgs", PipCache);
        text.From(plan.AcceleratorBaseImage ?? plan.BaseImage ?? CondaFinalImage);
        CopyEnvironment(text, requirements);
    }

    // With the files alone, a change of the code leaves the layer with the packages as it is.
    private static void CopyFiles(DockerfileWriter text, PythonRequirements requirements)
    {
        if (requirements.NeedsSource)
        {
            text.Line($"COPY . {BuildDirectory}/");
            return;
        }

        foreach (var file in requirements.Included.Prepend(requirements.File!))
        {
            text.Line($"COPY {file} {BuildDirectory}/{file}");
        }
    }

    private static void CopyEnvironment(DockerfileWriter text, PythonRequirements requirements)
    {
        if (requirements.Kind == RequirementsKind.None)
        {
            return;
        }

        text.Line("COPY --from=build /env /env");
        text.Line("ENV PATH=/env/bin:$PATH");
    }
}
