using LaunchSdk.Agent.Containers;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// Containers were created for it, by an earlier agent or before the engine went away, and nobody knows whether one of them runs.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="Containers">The containers.</param>
/// <param name="Image">The image that this agent has made ready for it; null for none.</param>
internal sealed record UnsettledJob(AgentJob Job, IReadOnlyList<OrphanedContainer> Containers, JobImage? Image) : JobState(Job)
{
    public override JobImage? OwnedImage => Image;
}
