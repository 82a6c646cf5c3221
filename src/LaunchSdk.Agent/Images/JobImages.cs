using LaunchSdk.Agent.Running;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Agent.Images;

/// <summary>Pulls the image that a job names, or builds one of its source.</summary>
internal sealed class JobImages(PulledImages pulled, BuiltImages built) : IJobImageSource
{
    public string? Refuse(JobContext job) => job.Spec switch
    {
        { Docker.DockerImage: not null } => null,
        { Job: { } source } when SourceOf(source) is { } known => BuiltImages.Refuse(job, known),
        _ => $"the job '{job.Spec.Job}' is an artifact, and the backend of this agent has none: name an image, a git address or a folder",
    };

    public Task<JobImage> PrepareAsync(JobContext job, CancellationToken cancellationToken) => job.Spec.Docker is not null
        ? pulled.PrepareAsync(job, cancellationToken)
        : built.PrepareAsync(job, SourceOf(job.Spec.Job!)!, cancellationToken);

    // What looks like an image is the name of an artifact here: an image has a key of its own.
    private static BuildSource? SourceOf(string text) => BuildSource.TryParse(text, out var source, out _) && source is not ImageSource ? source : null;
}
