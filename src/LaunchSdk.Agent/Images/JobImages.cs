using LaunchSdk.Agent.Jobs;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Agent.Images;

/// <summary>Pulls the image that a job names, or builds one of its source or of its artifact at W&amp;B.</summary>
internal sealed class JobImages(PulledImages pulled, BuiltImages built) : IJobImageSource
{
    public string? Refuse(AgentJob job) =>
        job.Spec switch
        {
            { Docker.DockerImage: not null } => null,
            { Job: { } source } when SourceOf(source) is { } known => BuiltImages.Refuse(job, known),
            _ when job.Agent.Options.Wandb is not null => null,
            _ => $"the job '{job.Spec.Job}' is an artifact, and this agent knows no W&B: name an image, a git address or a folder",
        };

    public Task<JobImage> PrepareAsync(AcknowledgedJob acknowledged, CancellationToken cancellationToken)
    {
        var job = acknowledged.Job;
        if (job.Spec.Docker?.DockerImage is not null)
        {
            return pulled.PrepareAsync(acknowledged, acknowledged.Run.Request.Image!, cancellationToken);
        }

        return SourceOf(job.Spec.Job!) is { } source
            ? built.PrepareAsync(acknowledged, source, cancellationToken)
            : new ArtifactImages(pulled, built).PrepareAsync(acknowledged, job.Agent.Options.Wandb!, cancellationToken);
    }

    // What looks like an image is the name of an artifact here: an image has a key of its own.
    private static BuildSource? SourceOf(string text) =>
        BuildSource.TryParse(text, out var source, out _) && source is not ImageSource ? source : null;
}
