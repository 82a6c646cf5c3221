namespace LaunchSdk.Agent.Queues.Storage;

/// <content>What an operator does about items of agents that do not come back.</content>
public abstract partial class SqlRunQueueBackend
{
    /// <inheritdoc/>
    public Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default) =>
        TakeAwayAsync(itemId, (row, now) => ItemRules.Requeue(row, takeover, now), cancellationToken);

    /// <inheritdoc/>
    public Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default) =>
        TakeAwayAsync(itemId, ItemRules.KillAtOnce, cancellationToken);

    private async Task<RunQueueItem> TakeAwayAsync(string itemId, Func<ItemRow, long, ItemRow> change, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        var (row, now) = await ChangeAsync(itemId, change, cancellationToken).ConfigureAwait(false);
        Changed();
        return StoredItem.Of(row, now);
    }
}
