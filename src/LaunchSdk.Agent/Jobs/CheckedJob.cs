using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Within the operator's policy, and merged with its queue.</summary>
/// <param name="Job">The job.</param>
/// <param name="Run">The resolved layers of queue and job, without the image.</param>
/// <param name="KeptLimits">The limits of its queue that the job left out, and has nevertheless: a sentence each.</param>
internal sealed record CheckedJob(AgentJob Job, LayeredRun Run, IReadOnlyList<string> KeptLimits) : JobState(Job);
