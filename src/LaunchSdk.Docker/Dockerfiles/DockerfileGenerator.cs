using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Writes the Dockerfile of a job that brings none. The same plan gives the same text.</summary>
public static class DockerfileGenerator
{
    /// <summary>Writes a Dockerfile.</summary>
    /// <param name="plan">What it says.</param>
    /// <param name="flavor">What builds it: only BuildKit's text has cache mounts.</param>
    /// <returns>The Dockerfile.</returns>
    /// <exception cref="BuildInputException">The plan lacks a base image or an entry point; all problems are told.</exception>
    public static Dockerfile Generate(JobImagePlan plan, BuilderFlavor flavor)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problems = PlanCheck.Find(plan);
        if (problems.Count > 0)
        {
            throw new BuildInputException(problems);
        }

        var text = new DockerfileWriter(flavor);
        switch (plan.Runtime)
        {
            case PythonRuntime python:
                PythonDockerfile.Write(text, plan, python);
                break;
            case DotNetRuntime dotnet:
                DotNetDockerfile.Write(text, plan, dotnet);
                break;
            default:
                text.From((plan.AcceleratorBaseImage ?? plan.BaseImage)!);
                FinalStage.Write(text, plan, "COPY", ".", plan.EntryPoint);
                break;
        }

        return Dockerfile.Parse(text.ToString(), DockerfileOrigin.Generated);
    }
}
