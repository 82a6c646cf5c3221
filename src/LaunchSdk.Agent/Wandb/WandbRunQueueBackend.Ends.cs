using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <content>Items for agents: end, give back, and what the server is told of them.</content>
public sealed partial class WandbRunQueueBackend
{
    /// <inheritdoc/>
    public async Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        var entry = await _journal.FindAsync(lease.Item.Id, cancellationToken).ConfigureAwait(false);
        if (IsEndedUnder(entry, lease))
        {
            return;
        }

        entry = JournalLeases.Held(entry, lease);
        var known =
            outcome.State == RunQueueItemState.Failed ? null : await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false);
        if (outcome.State == RunQueueItemState.Failed || (outcome.State == RunQueueItemState.Killed && known is null))
        {
            await FailAsync(lease, outcome, cancellationToken).ConfigureAwait(false);
        }
        else if (known is null)
        {
            await TryWarnAsync(
                    entry.ItemId,
                    $"{outcome.Message}, but no run reported to W&B: does the program call wandb.init()?",
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        await _journal
            .UpdateAsync(
                entry.ItemId,
                now => IsEndedUnder(now, lease) ? null : JournalLeases.Held(now, lease).Ended(outcome, _options.TimeProvider.GetUtcNow())
            )
            .ConfigureAwait(false);
        Hurry(atOnce: true);
    }

    /// <inheritdoc/>
    public async Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var entry = await _journal
            .UpdateAsync(
                lease.Item.Id,
                now =>
                    now?.ReturnedUnder == lease.Token ? null
                    : JournalLeases.Held(now, lease) is { StopRequested: false, State: RunQueueItemState.Pending } held ? held.GivenBack()
                    : null
            )
            .ConfigureAwait(false);
        if (entry!.ReturnedUnder != lease.Token)
        {
            await (
                entry.StopRequested
                    ? RemoveAsync(
                        entry,
                        entry.State == RunQueueItemState.Pending
                            ? RemovedWhileWaiting
                            : "given back after its stop was asked for: it does not wait again",
                        cancellationToken
                    )
                    : PushAgainAsync(entry, lease, cancellationToken)
            ).ConfigureAwait(false);
        }

        Hurry(atOnce: true);
    }

    private static bool IsEndedUnder(WandbJournalEntry? entry, RunQueueLease lease) =>
        entry is { EndedAt: not null } && entry.Token == lease.Token;

    /// <summary>
    /// W&amp;B takes nothing back that was acknowledged. The copy first: a crash in between leaves an item that nobody has, not a lost job.
    /// </summary>
    private async Task<RunQueueItem> PushAgainAsync(WandbJournalEntry entry, RunQueueLease lease, CancellationToken cancellationToken)
    {
        var copy = await PushAsync(entry.Queue, WandbItems.Job(entry), cancellationToken).ConfigureAwait(false);
        await _items.DeleteAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
        var ended = await _journal
            .TryUpdateHeldAsync(
                entry.ItemId,
                lease.Token,
                held => held.Removed("given back: it waits again under a new id", _options.TimeProvider.GetUtcNow())
            )
            .ConfigureAwait(false);
        if (ended is { StopRequested: true })
        {
            // Asked for in between, of the item that is gone: the copy is meant.
            await RequestStopAsync(copy.Id, cancellationToken).ConfigureAwait(false);
        }

        return copy;
    }

    private Task<SuccessPayload?> ReportFailureAsync(string id, string message, RunStage stage, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["id"] = id,
            ["message"] = _http.Mask.Mask(message),
            ["stage"] = stage.ToString().ToLowerInvariant(),
            ["files"] = null,
        };
        return _client.CallAsync("failRunQueueItem", Operations.Fail, variables, WandbJson.Default.SuccessPayload, cancellationToken);
    }

    private async Task FailAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken)
    {
        var message = outcome.LogTail.Count == 0 ? outcome.Message : $"{outcome.Message}\n{string.Join('\n', outcome.LogTail)}";
        SuccessPayload? answer;
        try
        {
            answer = await ReportFailureAsync(lease.Item.Id, message, outcome.Stage ?? RunStage.Run, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is RunQueueRefusedException or RunQueueNotFoundException)
        {
            answer = null;
        }

        if (
            answer?.Success != true
            && WandbItemStates.Read(
                (await _items.FindAsync(lease.Item.Queue, lease.Item.Id, cancellationToken).ConfigureAwait(false))?.State
            ) != RunQueueItemState.Failed
        )
        {
            throw await LoseAsync(lease).ConfigureAwait(false);
        }
    }

    private async Task WarnAsync(string id, string text, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["id"] = id,
            ["message"] = _http.Mask.Mask(text),
            ["stage"] = "agent",
            ["files"] = null,
        };
        await _client
            .CallAsync("updateRunQueueItemWarning", Operations.Warn, variables, WandbJson.Default.SuccessPayload, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>What is only shown must not keep an ended item open.</summary>
    private async Task TryWarnAsync(string id, string text, CancellationToken cancellationToken)
    {
        try
        {
            await WarnAsync(id, text, cancellationToken).ConfigureAwait(false);
        }
        catch (RunQueueException)
        {
            // The outcome stands without it.
        }
    }
}
