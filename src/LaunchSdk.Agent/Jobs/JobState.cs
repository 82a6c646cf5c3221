using LaunchSdk.Agent.Containers;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// A job at a point of its way through an agent. Each step is a function from one state to the next: a state has what is known there, and
/// nothing that is not.
/// </summary>
/// <param name="Job">The job.</param>
internal abstract record JobState(AgentJob Job)
{
    /// <summary>The image that was made ready for the job, released at its end; null before.</summary>
    public virtual JobImage? OwnedImage => null;

    /// <summary>The handle of its container, released at its end; null before.</summary>
    public virtual IJobContainer? OwnedContainer => null;
}
