namespace LaunchSdk.Agent.Status;

/// <summary>One change of an agent's status.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="At">When, by the agent's clock.</param>
/// <param name="Message">The change as a line for people, without secrets.</param>
/// <param name="Job">The job after the change; null where it is none of a job's.</param>
public sealed record AgentChange(AgentChangeKind Kind, DateTimeOffset At, string Message, AgentJobStatus? Job = null);
