using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <content>Items for submitters: push, look, stop.</content>
public sealed partial class WandbRunQueueBackend
{
    private const string RemovedWhileWaiting = "removed from the queue before it started, as was asked";

    /// <inheritdoc/>
    public async Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentNullException.ThrowIfNull(job);
        var text = StoredText.Write(job);
        var definition = await _queues.GetAsync(queue, cancellationToken).ConfigureAwait(false);
        var hasPriorities = definition.Definition?.PrioritizationMode == PrioritizationMode.V0;
        var (spec, values) = RunSpec.Write(text, _options.Entity, queue);
        var variables = _queues.Variables(queue);
        variables["runSpec"] = spec;
        variables["values"] = values;
        variables["priority"] = hasPriorities && job.Priority is { } priority ? (int)priority : null;
        var at = _options.TimeProvider.GetUtcNow();
        PushPayload? pushed;
        try
        {
            pushed = await _client
                .CallAsync(
                    "pushToRunQueueByName",
                    Operations.Push,
                    variables,
                    WandbJson.Default.PushPayload,
                    cancellationToken,
                    CallKind.Once
                )
                .ConfigureAwait(false);
        }
        catch (RunQueueNotFoundException)
        {
            _queues.Forget(queue);
            throw;
        }

        if (pushed?.RunQueueItemId is not { Length: > 0 } id)
        {
            _queues.Forget(queue);
            _ = await _queues.FreshAsync(queue, cancellationToken).ConfigureAwait(false);
            throw new RunQueueRefusedException(
                $"W&B did not put the job on the queue '{queue}' and does not say why: check the job and your rights on '{_options.Entity}'"
            );
        }

        // Another process of this machine may have taken or stopped it before the answer came: what it wrote stands.
        var ranked = (hasPriorities ? job.Priority : null) ?? JobPriority.Medium;
        var entry = await _journal
            .UpdateAsync(
                id,
                now =>
                    (now ?? new WandbJournalEntry(id, queue, text)) with
                    {
                        Job = now is { Attempt: > 0 } ? WandbItems.Prioritized(now.Job, job.Priority) : text,
                        Priority = ranked,
                        SubmittedAt = at,
                    }
            )
            .ConfigureAwait(false);
        Hurry(atOnce: true);
        return _items.Item(entry!);
    }

    /// <inheritdoc/>
    public async Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        return await FindItemAsync(itemId, await _journal.FindAsync(itemId, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var known = (await _journal.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(
            entry => entry.ItemId,
            StringComparer.Ordinal
        );
        var items = new List<RunQueueItem>();
        foreach (
            var queue in (await _queues.ListAsync(cancellationToken).ConfigureAwait(false)).Where(queue =>
                filter.Queue is null || queue.Name == filter.Queue
            )
        )
        {
            var nodes = (queue.RunQueueItems?.Nodes ?? []).Where(node => node.Id is not null).DistinctBy(node => node.Id).ToList();
            items.AddRange(nodes.Select(node => _items.Merge(queue.Name!, node, known.GetValueOrDefault(node.Id!))));
            var unlisted = known.Values.Where(entry => entry.Queue == queue.Name && !nodes.Exists(node => node.Id == entry.ItemId));

            // What a whole list lacks was removed; what a full page lacks may stand behind it.
            items.AddRange(
                unlisted.Select(entry => nodes.Count < Operations.ItemsListed ? _items.Merge(entry.Queue, null, entry) : _items.Item(entry))
            );
        }

        var order = known.Keys.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        return
        [
            .. items
                .Where(item => filter.States.Count == 0 || filter.States.Contains(item.State))
                .OrderByDescending(item => item.SubmittedAt)
                .ThenByDescending(item => order.GetValueOrDefault(item.Id, -1))
                .Take(filter.Limit),
        ];
    }

    /// <inheritdoc/>
    public async Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        var known = await _journal.FindAsync(itemId, cancellationToken).ConfigureAwait(false);
        var item =
            await FindItemAsync(itemId, known, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"W&B has no item {itemId}");
        if (item.State.IsEnded())
        {
            return;
        }

        if (known is null && item.State != RunQueueItemState.Queued)
        {
            throw new RunQueueRefusedException(
                $"the item {itemId} runs on another machine and W&B does not tell its project: stop its run '{item.RunId}' in W&B"
            );
        }

        // Written before it is done: from now on no agent of this machine takes the item, and the one that has it hears of it.
        var entry = (
            await _journal
                .UpdateAsync(
                    itemId,
                    now =>
                        now is { EndedAt: not null }
                            ? null
                            : (
                                now
                                ?? new WandbJournalEntry(itemId, item.Queue, WandbItems.Text(item.Job)) { SubmittedAt = item.SubmittedAt }
                            ) with
                            {
                                StopRequested = true,
                            }
                )
                .ConfigureAwait(false)
        )!;
        if (entry.EndedAt is not null)
        {
            return;
        }

        var isTakenSince = entry.IsHeld && entry.Token != known?.Token;
        if (item.State == RunQueueItemState.Queued && !isTakenSince)
        {
            await RemoveAsync(entry, RemovedWhileWaiting, cancellationToken).ConfigureAwait(false);
        }
        else if (await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false) is { Id: { } run })
        {
            await _client
                .CallAsync(
                    "stopRun",
                    Operations.StopRun,
                    new JsonObject { ["id"] = run },
                    WandbJson.Default.SuccessPayload,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        Hurry(atOnce: true);
    }

    private async Task<RunQueueItem?> FindItemAsync(string itemId, WandbJournalEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            return entry.State.IsEnded()
                ? _items.Item(entry)
                : _items.Merge(entry.Queue, await _items.FindAsync(entry.Queue, itemId, cancellationToken).ConfigureAwait(false), entry);
        }

        foreach (var queue in await _queues.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await _items.FindAsync(queue.Name!, itemId, cancellationToken).ConfigureAwait(false) is { Id: not null } node)
            {
                return _items.Merge(queue.Name!, node, null);
            }
        }

        return null;
    }

    /// <summary>Takes an item off its queue, at the server and here.</summary>
    private async Task RemoveAsync(WandbJournalEntry entry, string why, CancellationToken cancellationToken)
    {
        await _items.DeleteAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
        await _journal
            .UpdateAsync(
                entry.ItemId,
                now => now is null or { EndedAt: not null } ? null : now.Removed(why, _options.TimeProvider.GetUtcNow())
            )
            .ConfigureAwait(false);
    }
}
