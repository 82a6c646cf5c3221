namespace LaunchSdk.Agent.Queues;

/// <summary>An item that is one agent's for a while.</summary>
/// <param name="Item">The item as it was when the lease was given.</param>
/// <param name="Queue">The queue's definition at that moment: what the operator set.</param>
/// <param name="Token">Tells this lease from an earlier or later one of the same item.</param>
public sealed record RunQueueLease(RunQueueItem Item, DockerQueue Queue, string Token);
