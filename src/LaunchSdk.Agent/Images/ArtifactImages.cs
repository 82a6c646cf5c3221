using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Artifacts;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Images;

/// <summary>
/// The images of jobs that are artifacts at W&amp;B: the job is downloaded, then its image is pulled, or one is built of its repository or
/// code.
/// </summary>
internal sealed class ArtifactImages(PulledImages pulled, BuiltImages built)
{
    private const string DefaultProject = "uncategorized";

    /// <summary>Makes the image; what was downloaded goes with the job.</summary>
    /// <exception cref="JobFailedException">It cannot be made.</exception>
    public async Task<JobImage> PrepareAsync(AcknowledgedJob acknowledged, WandbOptions wandb, CancellationToken cancellationToken)
    {
        var scratch = TemporaryFolder.Create(null, "launchsdk-job-");
        var isMounted = false;
        try
        {
            using var artifacts = new WandbArtifacts(wandb);
            var image = await PrepareAsync(acknowledged, artifacts, scratch.Path, cancellationToken).ConfigureAwait(false);
            isMounted = image.HasMountedCode;
            return isMounted ? image with { Scratch = scratch } : image;
        }
        catch (Exception e) when (e is ArtifactException or RunQueueRefusedException or RunQueueNotFoundException)
        {
            throw new JobFailedException(RunStage.Agent, e.Message, e);
        }
        finally
        {
            if (!isMounted)
            {
                scratch.Delete();
            }
        }
    }

    private async Task<JobImage> PrepareAsync(
        AcknowledgedJob acknowledged,
        WandbArtifacts artifacts,
        string scratch,
        CancellationToken cancellationToken
    )
    {
        var job = acknowledged.Job;
        var project = job.Spec.Project ?? DefaultProject;
        var known = await job
            .Agent.OutageRetry.BackendAsync(
                token => artifacts.DownloadJobAsync(job.Spec.Job!, project, Path.Combine(scratch, "job"), token),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (known.IsNotebook)
        {
            throw new ArtifactException($"the job '{known.Name}' is a notebook, which this agent does not run: make a job of a script");
        }

        if (known.Source == WandbJobSource.Image)
        {
            var name = ImageReference.TryParse(known.Image!, out var reference, out var error)
                ? reference.Text
                : throw new ArtifactException($"the image of the job '{known.Name}': {error.Message}");
            return await pulled.PrepareAsync(acknowledged, name, cancellationToken).ConfigureAwait(false) with
            {
                EntryPoint = known.EntryPoint,
            };
        }

        var code = Path.Combine(scratch, "code");
        if (known.Source == WandbJobSource.Artifact)
        {
            await job
                .Agent.OutageRetry.BackendAsync(
                    token => artifacts.DownloadAsync(known.CodeArtifact!, project, code, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
            ArtifactBuild.AddRequirements(known, code);
        }

        var image = await built
            .BuildAsync(acknowledged, ArtifactBuild.RequestOf(acknowledged, known, code), cancellationToken)
            .ConfigureAwait(false);

        // A Dockerfile of the job's says nothing of its entry point.
        return known.Dockerfile is null ? image : image with { EntryPoint = known.EntryPoint };
    }
}
