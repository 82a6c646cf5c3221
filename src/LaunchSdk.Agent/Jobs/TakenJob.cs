namespace LaunchSdk.Agent.Jobs;

/// <summary>Taken from its queue.</summary>
/// <param name="Job">The job.</param>
internal sealed record TakenJob(AgentJob Job) : JobState(Job);
