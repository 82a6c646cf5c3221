using LaunchSdk.Agent.Containers;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Given back, another agent's, or left as it is by an agent that ends: this agent has nothing to report.</summary>
/// <param name="From">How far it had come.</param>
internal sealed record GoneJob(JobState From) : JobState(From.Job)
{
    public override JobImage? OwnedImage => From.OwnedImage;

    public override IJobContainer? OwnedContainer => From.OwnedContainer;
}
