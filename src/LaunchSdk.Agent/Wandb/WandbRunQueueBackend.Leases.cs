using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;
using LaunchSdk.Documents;

namespace LaunchSdk.Agent.Wandb;

/// <content>Items for agents: take, acknowledge, keep, end.</content>
public sealed partial class WandbRunQueueBackend
{
    private const int MostUnreadable = 10;

    private readonly Lock _saving = new();

    /// <inheritdoc/>
    public async Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var definition = await _queues.GetAsync(queue, cancellationToken).ConfigureAwait(false);
        if ((_options.TrustedQueues.GetValueOrDefault(queue) ?? definition.Definition) is not { } trusted)
        {
            throw new RunQueueRefusedException($"the options of W&B's queue '{queue}' cannot be read: {string.Join("; ", definition.Errors)}; correct them, or give the queue's definition to the agent", definition.Errors);
        }

        if (await _agents.GetAsync(agent, queue, cancellationToken).ConfigureAwait(false) is not { } agentId)
        {
            return null;
        }

        for (var unreadable = 0; unreadable < MostUnreadable; unreadable++)
        {
            var variables = _queues.Variables(queue);
            variables["agent"] = agentId;
            var popped = await _client.CallAsync("popFromRunQueue", Operations.Pop, variables, WandbJson.Default.PopPayload, cancellationToken).ConfigureAwait(false);
            if (popped?.RunQueueItemId is not { Length: > 0 } id)
            {
                _agents.Show(agent, queue, _journal.All().Any(entry => entry.IsHeld && entry.Agent == agent && entry.Queue == queue));
                return null;
            }

            Hurry(atOnce: false);
            if (_journal.Find(id) is { StopRequested: true } stopped)
            {
                // It went back after its stop was asked for: W&B forgets that, this machine does not.
                await RemoveAsync(_items.Item(stopped), stopped, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (await ReadAsync(id, popped, definition, cancellationToken).ConfigureAwait(false) is { } job)
            {
                _agents.Show(agent, queue, runs: true);
                return Take(id, job, trusted with { Name = queue }, agent, lease);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        var leases = new List<RunQueueLease>();
        foreach (var entry in _journal.All().Where(entry => entry.IsHeld && entry.Agent == agent))
        {
            var node = await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
            if (!IsOurs(entry, node))
            {
                Save(entry.Unheld());
                continue;
            }

            var state = WandbItemStates.Read(node!.State);
            var kept = entry with { Token = NewToken(), LeasedUntil = _options.TimeProvider.GetUtcNow() + lease, State = state, RunId = state == RunQueueItemState.Running ? entry.RunId : null };
            Save(kept);
            var queue = entry.Definition is { } text ? StoredText.ReadQueue(text).Value : null;
            leases.Add(new RunQueueLease(_items.Item(kept), queue ?? new DockerQueue { Name = entry.Queue }, kept.Token!));
        }

        return leases;
    }

    /// <inheritdoc/>
    public async Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var entry = _items.Held(lease);
        if (entry.State == RunQueueItemState.Running)
        {
            return;
        }

        // Written before it is said: after a crash in between the server is asked what became of it.
        var acknowledged = entry with { State = RunQueueItemState.Running, RunId = runId, StartedAt = _options.TimeProvider.GetUtcNow() };
        Save(acknowledged);
        try
        {
            var variables = new JsonObject { ["id"] = entry.ItemId, ["run"] = runId };
            var answer = await _client.CallAsync("ackRunQueueItem", Operations.Acknowledge, variables, WandbJson.Default.SuccessPayload, cancellationToken).ConfigureAwait(false);
            if (answer?.Success == true)
            {
                return;
            }
        }
        catch (Exception error) when (error is RunQueueUnavailableException or RunQueueDeniedException or OperationCanceledException)
        {
            Save(entry);
            throw;
        }
        catch (RunQueueException)
        {
            // The server says no: perhaps because an earlier try, whose answer was lost, has done it.
        }

        var node = await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
        if (WandbItemStates.Read(node?.State) != RunQueueItemState.Running || node?.AssociatedRunId != runId)
        {
            Save(entry.Unheld());
            throw WandbItems.Lost(entry.ItemId);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(IReadOnlyCollection<RunQueueLease> leases, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        var renewals = new System.Collections.Concurrent.ConcurrentDictionary<string, RunQueueRenewal>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(leases, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (lease, token) =>
            renewals[lease.Item.Id] = await RenewAsync(lease, duration, token).ConfigureAwait(false)).ConfigureAwait(false);
        return renewals;
    }

    /// <inheritdoc/>
    public async Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(note);
        var entry = _items.Held(lease);
        await WarnAsync(entry.ItemId, note, cancellationToken).ConfigureAwait(false);
        Save(entry with { Note = note });
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        if (_journal.Find(lease.Item.Id) is { EndedAt: not null } ended && ended.Token == lease.Token)
        {
            return;
        }

        var entry = _items.Held(lease);
        var known = outcome.State == RunQueueItemState.Failed ? null : await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false);
        if (outcome.State == RunQueueItemState.Failed || (outcome.State == RunQueueItemState.Killed && known is null))
        {
            await FailAsync(entry, outcome, cancellationToken).ConfigureAwait(false);
        }
        else if (known is null)
        {
            await TryWarnAsync(entry.ItemId, $"{outcome.Message}, but no run reported to W&B: does the program call wandb.init()?", cancellationToken).ConfigureAwait(false);
        }

        Save(entry.Ended(outcome, _options.TimeProvider.GetUtcNow()));
        Hurry(atOnce: true);
    }

    /// <inheritdoc/>
    public async Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        if (_journal.Find(lease.Item.Id) is { } known && known.ReturnedUnder == lease.Token)
        {
            return;
        }

        var entry = _items.Held(lease);
        if (entry.StopRequested && entry.State == RunQueueItemState.Pending)
        {
            await RemoveAsync(_items.Item(entry), entry with { Token = null, ReturnedUnder = lease.Token }, cancellationToken).ConfigureAwait(false);
            Hurry(atOnce: true);
            return;
        }

        if (entry.State == RunQueueItemState.Running)
        {
            // W&B takes nothing back that was acknowledged. The copy first: a crash in between leaves an item that nobody has, not a lost job.
            var job = WandbItems.Job(entry);
            await PushAsync(entry.Queue, job, cancellationToken).ConfigureAwait(false);
            var queue = await FreshAsync(entry.Queue, cancellationToken).ConfigureAwait(false);
            await _client.CallAsync("deleteFromRunQueue", Operations.DeleteItem, new JsonObject { ["queue"] = queue.Id, ["id"] = entry.ItemId }, WandbJson.Default.SuccessPayload, cancellationToken).ConfigureAwait(false);
            Save(entry.Ended(RunOutcome.Killed("given back: it waits again under a new id"), _options.TimeProvider.GetUtcNow()) with { Token = null, ReturnedUnder = lease.Token });
            return;
        }

        Save(entry with { Token = null, State = RunQueueItemState.Queued, ReturnedUnder = lease.Token });
        Hurry(atOnce: true);
    }

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private static bool IsOurs(WandbJournalEntry entry, ItemNode? node) => node is not null && WandbItemStates.Read(node.State) switch
    {
        RunQueueItemState.Pending => true,
        RunQueueItemState.Running => entry.State == RunQueueItemState.Running && (node.AssociatedRunId is null || node.AssociatedRunId == entry.RunId),
        _ => false,
    };

    private void Save(WandbJournalEntry entry)
    {
        lock (_saving)
        {
            _journal.Write(entry);
        }
    }

    private async Task<LaunchJob?> ReadAsync(string id, PopPayload popped, QueueDefinition definition, CancellationToken cancellationToken)
    {
        var spec = RunSpec.Object(popped.RunSpec);
        var job = spec is null ? null : RunSpec.Read(spec, definition.Arguments);
        if (job?.Value is { } value)
        {
            return value;
        }

        var why = job is null ? "its run spec is not a JSON object" : string.Join("; ", job.Problems.Select(problem => problem.Message));
        await ReportFailureAsync(id, $"the job cannot be read: {why}", RunStage.Agent, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private Task<SuccessPayload?> ReportFailureAsync(string id, string message, RunStage stage, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["id"] = id, ["message"] = _http.Mask.Mask(message), ["stage"] = stage.ToString().ToLowerInvariant(), ["files"] = null };
        return _client.CallAsync("failRunQueueItem", Operations.Fail, variables, WandbJson.Default.SuccessPayload, cancellationToken);
    }

    private RunQueueLease Take(string id, LaunchJob job, DockerQueue queue, string agent, TimeSpan lease)
    {
        var now = _options.TimeProvider.GetUtcNow();
        var before = _journal.Find(id) ?? new WandbJournalEntry(id, queue.Name!, WandbItems.Text(job)) { SubmittedAt = now };
        var entry = before with
        {
            Job = WandbItems.Text(job with { Priority = job.Priority ?? WandbItems.Job(before).Priority }),
            State = RunQueueItemState.Pending,
            Attempt = before.Attempt + 1,
            Agent = agent,
            Token = NewToken(),
            LeasedUntil = now + lease,
            Definition = queue.ToText(ConfigFormat.Json),
            RunId = null,
            ReturnedUnder = null,
        };
        Save(entry);
        return new RunQueueLease(_items.Item(entry), queue, entry.Token!);
    }

    private async Task<RunQueueRenewal> RenewAsync(RunQueueLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (_journal.Find(lease.Item.Id) is not { IsHeld: true } entry || entry.Token != lease.Token)
        {
            return RunQueueRenewal.Lost;
        }

        var node = await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
        if (!IsOurs(entry, node))
        {
            return RunQueueRenewal.Lost;
        }

        var run = await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false);
        lock (_saving)
        {
            // It may have ended here while the server was asked.
            if (_journal.Find(lease.Item.Id) is not { IsHeld: true } now || now.Token != lease.Token)
            {
                return RunQueueRenewal.Lost;
            }

            var stop = now.StopRequested || run?.Stopped == true;
            _journal.Write(now with { LeasedUntil = _options.TimeProvider.GetUtcNow() + duration, StopRequested = stop });
            return stop ? RunQueueRenewal.StopWanted : RunQueueRenewal.Kept;
        }
    }

    private async Task FailAsync(WandbJournalEntry entry, RunOutcome outcome, CancellationToken cancellationToken)
    {
        var message = outcome.LogTail.Count == 0 ? outcome.Message : $"{outcome.Message}\n{string.Join('\n', outcome.LogTail)}";
        SuccessPayload? answer;
        try
        {
            answer = await ReportFailureAsync(entry.ItemId, message, outcome.Stage ?? RunStage.Run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is RunQueueRefusedException or RunQueueNotFoundException)
        {
            answer = null;
        }

        if (answer?.Success != true && WandbItemStates.Read((await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false))?.State) != RunQueueItemState.Failed)
        {
            Save(entry.Unheld());
            throw WandbItems.Lost(entry.ItemId);
        }
    }

    private async Task WarnAsync(string id, string text, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["id"] = id, ["message"] = _http.Mask.Mask(text), ["stage"] = "agent", ["files"] = null };
        await _client.CallAsync("updateRunQueueItemWarning", Operations.Warn, variables, WandbJson.Default.SuccessPayload, cancellationToken).ConfigureAwait(false);
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
