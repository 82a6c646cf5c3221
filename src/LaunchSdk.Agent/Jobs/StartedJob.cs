using LaunchSdk.Agent.Containers;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Has a container that was started.</summary>
/// <param name="Job">The job.</param>
/// <param name="Container">The container.</param>
/// <param name="RemovesContainer">Whether the container is removed after the report.</param>
internal sealed record StartedJob(AgentJob Job, IJobContainer Container, bool RemovesContainer) : JobState(Job)
{
    /// <summary>The devices that were leased; null where the engine chose.</summary>
    public IReadOnlyList<string>? Gpus { get; init; }

    /// <summary>The image that this agent has made ready for it; null where an earlier one did.</summary>
    public JobImage? Image { get; init; }

    public override JobImage? OwnedImage => Image;

    public override IJobContainer? OwnedContainer => Container;
}
