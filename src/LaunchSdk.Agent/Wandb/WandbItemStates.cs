using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Wandb;

/// <summary>W&amp;B's words for where an item is.</summary>
internal static class WandbItemStates
{
    /// <summary>The state; an unknown word is taken for running, because nothing is given up for it.</summary>
    public static RunQueueItemState Read(string? word) =>
        word?.ToUpperInvariant() switch
        {
            "PENDING" or "QUEUED" => RunQueueItemState.Queued,
            "LEASED" => RunQueueItemState.Pending,
            "FAILED" => RunQueueItemState.Failed,
            "FINISHED" => RunQueueItemState.Finished,
            "KILLED" or "STOPPED" => RunQueueItemState.Killed,
            _ => RunQueueItemState.Running,
        };
}
