using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Agent.Images;

/// <summary>
/// Builds the images of jobs that come from a git repository or a folder. An image that is there already is not built again.
/// </summary>
internal sealed class BuiltImages(LaunchDocker docker)
{
    /// <summary>Why this source may not be built here; null where it may.</summary>
    public static string? Refuse(AgentJob job, BuildSource source)
    {
        if (source is not DirectorySource)
        {
            return null;
        }

        var folders = job.Agent.Options.SourceFolders;
        var isAllowed = folders is null ? job.Agent.Backend is SqliteRunQueueBackend : folders.Any(folder => IsBelow(source.Text, folder));
        return isAllowed
            ? null
            : $"the job may not be built from the folder '{source.Text}' of the agent's machine: "
                + "submit a git address, or ask the operator to allow the folder";
    }

    /// <summary>Builds the image, or finds it.</summary>
    public Task<JobImage> PrepareAsync(AcknowledgedJob acknowledged, BuildSource source, CancellationToken cancellationToken) =>
        BuildAsync(acknowledged, RequestOf(acknowledged, source), cancellationToken);

    /// <summary>Builds the image of a request, or finds it.</summary>
    public async Task<JobImage> BuildAsync(AcknowledgedJob acknowledged, JobImageRequest request, CancellationToken cancellationToken)
    {
        var job = acknowledged.Job;
        using var log = new BuildLog(BuildLog.PathOf(job.LogFile), SecretMasker.Create(job.Secrets));
        try
        {
            var built = await docker.BuildAsync(request with { Progress = log }, cancellationToken).ConfigureAwait(false);
            return new JobImage(built.Reference.Text) { Built = built };
        }
        catch (ImageBuildException e)
        {
            throw new JobFailedException(RunStage.Build, e.Message, e)
            {
                LastLines = [.. e.LastLines.TakeLast(job.Agent.Options.LastLines)],
            };
        }
        catch (BuildInputException e)
        {
            throw new JobFailedException(RunStage.Build, e.Message, e);
        }
    }

    /// <summary>What is built of a source: the job's overrides over what the queue and the agent's configuration say.</summary>
    public static JobImageRequest RequestOf(AcknowledgedJob acknowledged, BuildSource source)
    {
        var job = acknowledged.Job;
        var overrides = job.Spec.Overrides;
        var request = new JobImageRequest
        {
            Source = source,
            Options = new JobImageOptions
            {
                EntryPoint = overrides?.EntryPoint ?? [],
                OverrideDockerfile = overrides?.Dockerfile is { } dockerfile ? PathOf(dockerfile) : null,
            },
        }.WithQueue(job.Lease.Queue.Config with { Builder = acknowledged.Run.Builder });
        request = job.Agent.Options.Config is { } config ? request.WithAgent(config) : request;
        return request with { Push = request.Destination is not null, Secrets = SecretsFor(job, request.Builder) };
    }

    /// <summary>The operator's secrets, for a builder that has steps which could read them.</summary>
    private static IReadOnlyList<BuildSecret> SecretsFor(AgentJob job, ImageBuilderKind? builder) =>
        builder == ImageBuilderKind.Noop ? [] : job.Agent.Options.BuildSecrets;

    private static SourcePath PathOf(string text) =>
        SourcePath.TryParse(text, out var path, out var error)
            ? path
            : throw new JobFailedException(RunStage.Agent, $"overrides.dockerfile: {error.Message}");

    // The real places count: a link may lead out of what is allowed.
    private static bool IsBelow(string path, string folder)
    {
        var (real, allowed) = (RealPath.Of(path), RealPath.Of(folder));
        return real == allowed || real.StartsWith(allowed.TrimEnd('/') + '/', StringComparison.Ordinal);
    }
}
