namespace LaunchSdk.Agent.Queues;

/// <summary>What a state means.</summary>
internal static class RunQueueItemStates
{
    /// <summary>Whether an item in this state has ended.</summary>
    public static bool IsEnded(this RunQueueItemState state) =>
        state is RunQueueItemState.Finished or RunQueueItemState.Failed or RunQueueItemState.Killed;
}
