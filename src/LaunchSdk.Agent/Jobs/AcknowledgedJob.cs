using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Jobs;

/// <summary>Acknowledged at the backend: it does not come back to its queue by itself any more.</summary>
/// <param name="Job">The job.</param>
/// <param name="Run">The resolved layers of queue and job, without the image.</param>
/// <param name="Gpus">The devices that were leased; null where the engine chooses.</param>
internal sealed record AcknowledgedJob(AgentJob Job, LayeredRun Run, IReadOnlyList<string>? Gpus) : JobState(Job);
