using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Wandb.Artifacts;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Images;

/// <summary>What is built of a job artifact. What the job's submitter overrides comes first.</summary>
internal static class ArtifactBuild
{
    /// <summary>The request for the job's repository, or for its code in a folder.</summary>
    /// <exception cref="ArtifactException">The job names what cannot be built.</exception>
    public static JobImageRequest RequestOf(AcknowledgedJob acknowledged, WandbJob known, string code)
    {
        var context = known.BuildContext is { } folder and not "." ? Read<SourcePath>(known, folder, SourcePath.TryParse).Text : null;
        var source =
            known.Source == WandbJobSource.Artifact
                ? Read<BuildSource>(known, context is null ? code : Path.Combine(code, context), BuildSource.TryParse)
                : Repository(acknowledged.Job, known, context);
        var request = BuiltImages.RequestOf(acknowledged, source);
        request = request with
        {
            Options = request.Options with
            {
                EntryPoint = request.Options.EntryPoint.Count > 0 ? request.Options.EntryPoint : known.EntryPoint,
                JobDockerfile = known.Dockerfile is { } dockerfile
                    ? Read<SourcePath>(known, Within(dockerfile, context), SourcePath.TryParse)
                    : null,
                PythonVersion = known.Runtime is { } runtime ? Read<PythonVersion>(known, runtime, PythonVersion.TryParse) : null,
            },
        };
        return known.BaseImage is { } image
            ? request with
            {
                Builder = ImageBuilderKind.Noop,
                CodeImage = Read<ImageReference>(known, image, ImageReference.TryParse),
                Push = false,
                Secrets = [],
            }
            : request;
    }

    /// <summary>Puts the packages that the job was made with next to its code; they count where the code names none.</summary>
    public static void AddRequirements(WandbJob known, string code)
    {
        var target = Path.Combine(code, RequirementsFinder.FrozenName);
        if (known.RequirementsFile is { } file && known.BuildContext is (null or ".") && !Path.Exists(target))
        {
            File.Copy(file, target);
        }
    }

    private static GitSource Repository(AgentJob job, WandbJob known, string? folder)
    {
        if (known.PatchFile is not null)
        {
            throw new ArtifactException(
                $"the job '{known.Name}' has changes that its repository has not (diff.patch), which this agent does not apply: "
                    + "commit them and make the job again"
            );
        }

        var text = $"{known.GitRemote}#{job.Spec.Git?.Version ?? known.GitCommit}{(folder is null ? "" : ":" + folder)}";
        return Read<GitSource>(known, text, GitSource.TryParse);
    }

    // W&B counts the Dockerfile's path from the job's root.
    private static string Within(string path, string? folder) =>
        folder is not null && path.StartsWith(folder + '/', StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;

    private static T Read<T>(WandbJob known, string text, TryParse<T> tryParse)
        where T : class =>
        tryParse(text, out var value, out var error) ? value! : throw new ArtifactException($"the job '{known.Name}': {error!.Message}");

    private delegate bool TryParse<T>(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out GrammarError? error
    );
}
