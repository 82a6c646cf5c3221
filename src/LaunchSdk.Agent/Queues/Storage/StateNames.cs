namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>The states as a database has them: words, for who looks into it with a SQL shell.</summary>
internal static class StateNames
{
    public static string Of(RunQueueItemState state) =>
        state switch
        {
            RunQueueItemState.Queued => "queued",
            RunQueueItemState.Pending => "pending",
            RunQueueItemState.Running => "running",
            RunQueueItemState.Finished => "finished",
            RunQueueItemState.Failed => "failed",
            RunQueueItemState.Killed => "killed",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static RunQueueItemState Parse(string name) =>
        name switch
        {
            "queued" => RunQueueItemState.Queued,
            "pending" => RunQueueItemState.Pending,
            "running" => RunQueueItemState.Running,
            "finished" => RunQueueItemState.Finished,
            "failed" => RunQueueItemState.Failed,
            "killed" => RunQueueItemState.Killed,
            _ => throw new RunQueueRefusedException(
                $"an item of the database has the state '{name}', which this version does not know: update LaunchSdk"
            ),
        };
}
