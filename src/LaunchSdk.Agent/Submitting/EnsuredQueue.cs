using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>A queue that <see cref="LaunchQueueClient.EnsureQueuesAsync"/> looked after.</summary>
/// <param name="Queue">The queue as the backend has it now.</param>
/// <param name="Change">What was done to it.</param>
public sealed record EnsuredQueue(RunQueue Queue, QueueChange Change);
