using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Wandb;

/// <content>Items for submitters: push, look, stop.</content>
public sealed partial class WandbRunQueueBackend
{
    /// <inheritdoc/>
    public async Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentNullException.ThrowIfNull(job);
        StoredText.Write(job);
        var definition = await _queues.GetAsync(queue, cancellationToken).ConfigureAwait(false);
        var hasPriorities = definition.Definition?.PrioritizationMode == PrioritizationMode.V0;
        var (spec, values) = RunSpec.Write(job, _options.Entity, queue);
        var variables = _queues.Variables(queue);
        variables["runSpec"] = spec;
        variables["values"] = values;
        variables["priority"] = hasPriorities && job.Priority is { } priority ? (int)priority : null;
        PushPayload? pushed;
        try
        {
            pushed = await _client.CallAsync("pushToRunQueueByName", Operations.Push, variables, WandbJson.Default.PushPayload, cancellationToken, CallKind.Once).ConfigureAwait(false);
        }
        catch (RunQueueNotFoundException)
        {
            _queues.Forget(queue);
            throw;
        }

        if (pushed?.RunQueueItemId is not { Length: > 0 } id)
        {
            _queues.Forget(queue);
            _ = await FreshAsync(queue, cancellationToken).ConfigureAwait(false);
            throw new RunQueueRefusedException($"W&B did not put the job on the queue '{queue}' and does not say why: check the job and your rights on '{_options.Entity}'");
        }

        var entry = new WandbJournalEntry(id, queue, WandbItems.Text(job))
        {
            Priority = hasPriorities ? job.Priority ?? JobPriority.Medium : JobPriority.Medium,
            SubmittedAt = _options.TimeProvider.GetUtcNow(),
        };
        Save(entry);
        Hurry(atOnce: true);
        return _items.Item(entry);
    }

    /// <inheritdoc/>
    public async Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        if (_journal.Find(itemId) is { } entry)
        {
            return entry.State.IsEnded() ? _items.Item(entry) : _items.Merge(entry.Queue, await _items.FindAsync(entry.Queue, itemId, cancellationToken).ConfigureAwait(false), entry);
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

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var known = _journal.All().ToDictionary(entry => entry.ItemId, StringComparer.Ordinal);
        var items = new List<RunQueueItem>();
        foreach (var queue in (await _queues.ListAsync(cancellationToken).ConfigureAwait(false)).Where(queue => filter.Queue is null || queue.Name == filter.Queue))
        {
            var nodes = (queue.RunQueueItems?.Nodes ?? []).Where(node => node.Id is not null).DistinctBy(node => node.Id).ToList();
            items.AddRange(nodes.Select(node => _items.Merge(queue.Name!, node, known.GetValueOrDefault(node.Id!))));
            items.AddRange(known.Values.Where(entry => entry.Queue == queue.Name && !nodes.Exists(node => node.Id == entry.ItemId)).Select(entry => _items.Merge(entry.Queue, null, entry)));
        }

        var order = known.Keys.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        return
        [
            .. items.Where(item => filter.States.Count == 0 || filter.States.Contains(item.State))
                .OrderByDescending(item => item.SubmittedAt).ThenByDescending(item => order.GetValueOrDefault(item.Id, -1)).Take(filter.Limit),
        ];
    }

    /// <inheritdoc/>
    public async Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default)
    {
        var item = await FindItemAsync(itemId, cancellationToken).ConfigureAwait(false) ?? throw new RunQueueNotFoundException($"W&B has no item {itemId}");
        var entry = _journal.Find(itemId);
        if (item.State.IsEnded())
        {
            return;
        }

        if (item.State == RunQueueItemState.Queued)
        {
            await RemoveAsync(item, entry, cancellationToken).ConfigureAwait(false);
        }
        else if (entry is not null)
        {
            Save(entry with { StopRequested = true });
            if (await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false) is { Id: { } run })
            {
                await _client.CallAsync("stopRun", Operations.StopRun, new JsonObject { ["id"] = run }, WandbJson.Default.SuccessPayload, cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            throw new RunQueueRefusedException($"the item {itemId} runs on another machine and W&B does not tell its project: stop its run '{item.RunId}' in W&B");
        }

        Hurry(atOnce: true);
    }

    private async Task RemoveAsync(RunQueueItem item, WandbJournalEntry? entry, CancellationToken cancellationToken)
    {
        var queue = await FreshAsync(item.Queue, cancellationToken).ConfigureAwait(false);
        await _client.CallAsync("deleteFromRunQueue", Operations.DeleteItem, new JsonObject { ["queue"] = queue.Id, ["id"] = item.Id }, WandbJson.Default.SuccessPayload, cancellationToken).ConfigureAwait(false);
        Save((entry ?? new WandbJournalEntry(item.Id, item.Queue, WandbItems.Text(item.Job)))
            .Ended(RunOutcome.Killed("removed from the queue before it started, as was asked"), _options.TimeProvider.GetUtcNow()) with
        { StopRequested = true });
    }
}
