using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Jobs;

/// <summary>The engine has its image.</summary>
/// <param name="Job">The job.</param>
/// <param name="Command">The merged command, on that image.</param>
/// <param name="Gpus">The devices that were leased; null where the engine chooses.</param>
/// <param name="Image">The image.</param>
internal sealed record PreparedJob(AgentJob Job, DockerRunCommand Command, IReadOnlyList<string>? Gpus, JobImage Image) : JobState(Job)
{
    public override JobImage? OwnedImage => Image;
}
