using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <content>What an operator does about items of agents that do not come back. Which agent has an item, and since when it is silent, is
/// known to the machine of that agent only.</content>
public sealed partial class WandbRunQueueBackend
{
    /// <inheritdoc/>
    public async Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        var known = await _journal.FindAsync(itemId, cancellationToken).ConfigureAwait(false);
        var item =
            await FindItemAsync(itemId, known, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"W&B has no item {itemId}");
        if (item.State == RunQueueItemState.Queued)
        {
            return item;
        }

        if (item.State.IsEnded())
        {
            throw new RunQueueRefusedException($"the item {itemId} has ended already: submit its job again");
        }

        if (known is not { IsHeld: true })
        {
            throw new RunQueueRefusedException(
                $"the item {itemId} is with an agent of another machine, which alone knows its job: put it back there, or end it here (launch cancel --force) and submit its job again"
            );
        }

        if (takeover == RunQueueTakeover.FromSilentAgent && known.LeasedUntil > _options.TimeProvider.GetUtcNow())
        {
            throw new RunQueueRefusedException(TakeoverMessages.AgentLives(itemId, known.Agent));
        }

        var lease = new RunQueueLease(item, new DockerQueue { Name = item.Queue }, known.Token!);
        if (item.State != RunQueueItemState.Running || known.StopRequested)
        {
            await GiveBackAsync(lease, cancellationToken).ConfigureAwait(false);
            return await FindItemAsync(itemId, cancellationToken).ConfigureAwait(false) ?? item;
        }

        var copy = await PushAgainAsync(known, lease, cancellationToken).ConfigureAwait(false);
        Hurry(atOnce: true);
        return copy with { Agent = known.Agent };
    }

    /// <inheritdoc/>
    public async Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        var known = await _journal.FindAsync(itemId, cancellationToken).ConfigureAwait(false);
        var item =
            await FindItemAsync(itemId, known, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"W&B has no item {itemId}");
        if (item.State.IsEnded())
        {
            return item;
        }

        if (item.State == RunQueueItemState.Queued)
        {
            await RequestStopAsync(itemId, cancellationToken).ConfigureAwait(false);
            return await FindItemAsync(itemId, cancellationToken).ConfigureAwait(false) ?? item;
        }

        // W&B has no end but failure for an item without a run. Said to the server first: it refuses what has ended meanwhile.
        var why = TakeoverMessages.Ended(item.Agent ?? "of another machine");
        await ReportFailureAsync(itemId, why, RunStage.Run, cancellationToken).ConfigureAwait(false);
        var ended = await _journal
            .UpdateAsync(
                itemId,
                now =>
                    now is { EndedAt: not null }
                        ? null
                        : (
                            (
                                now
                                ?? new WandbJournalEntry(itemId, item.Queue, WandbItems.Text(item.Job)) { SubmittedAt = item.SubmittedAt }
                            ) with
                            {
                                StopRequested = true,
                            }
                        ).Removed(why, _options.TimeProvider.GetUtcNow())
            )
            .ConfigureAwait(false);
        Hurry(atOnce: true);
        return _items.Item(ended!);
    }
}
