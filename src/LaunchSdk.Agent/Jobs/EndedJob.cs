using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Its end is known.</summary>
/// <param name="From">How far it had come; a <see cref="StartedJob"/> where it had a container.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record EndedJob(JobState From, RunOutcome Outcome) : JobState(From.Job)
{
    public override JobImage? OwnedImage => From.OwnedImage;

    public override IJobContainer? OwnedContainer => From.OwnedContainer;
}
