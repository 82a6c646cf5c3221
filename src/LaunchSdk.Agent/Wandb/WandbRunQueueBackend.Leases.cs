using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Agent.Wandb.Journal;
using LaunchSdk.Documents;

namespace LaunchSdk.Agent.Wandb;

/// <content>Items for agents: take, acknowledge, keep.</content>
public sealed partial class WandbRunQueueBackend
{
    private const int MostUnreadable = 10;

    /// <inheritdoc/>
    public async Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var definition = await _queues.GetAsync(queue, cancellationToken).ConfigureAwait(false);
        if ((_options.TrustedQueues.GetValueOrDefault(queue) ?? definition.Definition) is not { } options)
        {
            throw new RunQueueRefusedException(
                $"the options of W&B's queue '{queue}' cannot be read: {string.Join("; ", definition.Errors)}; correct them, or give the queue's definition to the agent",
                definition.Errors
            );
        }

        var trusted = options with { Name = queue };
        if (await _agents.GetAsync(agent, queue, cancellationToken).ConfigureAwait(false) is not { } agentId)
        {
            return null;
        }

        for (var unreadable = 0; unreadable < MostUnreadable; unreadable++)
        {
            var variables = _queues.Variables(queue);
            variables["agent"] = agentId;
            var popped = await _client
                .CallAsync("popFromRunQueue", Operations.Pop, variables, WandbJson.Default.PopPayload, cancellationToken)
                .ConfigureAwait(false);
            if (popped?.RunQueueItemId is not { Length: > 0 } id)
            {
                var open = await _journal.ListOpenAsync(cancellationToken).ConfigureAwait(false);
                _agents.Show(agent, queue, open.Any(entry => entry.IsHeld && entry.Agent == agent && entry.Queue == queue));
                return null;
            }

            Hurry(atOnce: false);
            var (job, why) = ReadJob(popped, definition);
            var until = _options.TimeProvider.GetUtcNow() + lease;
            var entry = await _journal
                .UpdateAsync(id, now => job is null || now is { StopRequested: true } ? null : Take(now, id, job, trusted, agent, until))
                .ConfigureAwait(false);
            if (entry is { StopRequested: true })
            {
                // It went back after its stop was asked for: W&B forgets that, this machine does not.
                await RemoveAsync(entry, RemovedWhileWaiting, cancellationToken).ConfigureAwait(false);
            }
            else if (job is null)
            {
                await ReportFailureAsync(id, $"the job cannot be read: {why}", RunStage.Agent, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _agents.Show(agent, queue, runs: true);
                return new RunQueueLease(_items.Item(entry!), trusted, entry!.Token!);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        var leases = new List<RunQueueLease>();
        foreach (
            var owed in (await _journal.ListOpenAsync(cancellationToken).ConfigureAwait(false)).Where(entry =>
                entry.IsHeld && entry.Agent == agent
            )
        )
        {
            var node = await _items.FindAsync(owed.Queue, owed.ItemId, cancellationToken).ConfigureAwait(false);
            if (!IsOurs(owed, node))
            {
                await _journal.TryUpdateHeldAsync(owed.ItemId, owed.Token!, static entry => entry.Unheld()).ConfigureAwait(false);
                continue;
            }

            var token = NewToken();
            var until = _options.TimeProvider.GetUtcNow() + lease;
            var isRunning = WandbItemStates.Read(node!.State) == RunQueueItemState.Running;
            var kept = await _journal
                .TryUpdateHeldAsync(
                    owed.ItemId,
                    owed.Token!,
                    entry => (isRunning ? entry : entry.Unacknowledged()) with { Token = token, LeasedUntil = until }
                )
                .ConfigureAwait(false);
            if (kept?.IsHeldUnder(token) == true)
            {
                var queue = kept.Definition is { } text ? StoredText.ReadQueue(text).Value : null;
                leases.Add(new RunQueueLease(_items.Item(kept), queue ?? new DockerQueue { Name = kept.Queue }, token));
            }
        }

        return leases;
    }

    /// <inheritdoc/>
    public async Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var at = _options.TimeProvider.GetUtcNow();
        var isSaid = false;

        // Written before it is said: after a crash in between the server is asked what became of it.
        var entry = await _journal
            .UpdateHeldAsync(
                lease,
                held =>
                {
                    isSaid = held.State == RunQueueItemState.Running;
                    return isSaid ? held : held.Acknowledged(runId, at);
                }
            )
            .ConfigureAwait(false);
        if (isSaid)
        {
            return;
        }

        try
        {
            var variables = new JsonObject { ["id"] = entry.ItemId, ["run"] = runId };
            var answer = await _client
                .CallAsync("ackRunQueueItem", Operations.Acknowledge, variables, WandbJson.Default.SuccessPayload, cancellationToken)
                .ConfigureAwait(false);
            if (answer?.Success == true)
            {
                return;
            }
        }
        catch (Exception error) when (error is RunQueueUnavailableException or RunQueueDeniedException or OperationCanceledException)
        {
            await _journal.TryUpdateHeldAsync(entry.ItemId, lease.Token, static held => held.Unacknowledged()).ConfigureAwait(false);
            throw;
        }
        catch (RunQueueException)
        {
            // The server says no: perhaps because an earlier try, whose answer was lost, has done it.
        }

        var node = await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false);
        if (WandbItemStates.Read(node?.State) != RunQueueItemState.Running || node?.AssociatedRunId != runId)
        {
            throw await LoseAsync(lease).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(
        IReadOnlyCollection<RunQueueLease> leases,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(leases);
        var renewals = new System.Collections.Concurrent.ConcurrentDictionary<string, RunQueueRenewal>(StringComparer.Ordinal);
        await Parallel
            .ForEachAsync(
                leases,
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
                async (lease, token) => renewals[lease.Item.Id] = await RenewAsync(lease, duration, token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return renewals;
    }

    /// <inheritdoc/>
    public async Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(note);
        await _journal.FindHeldAsync(lease, cancellationToken).ConfigureAwait(false);
        if (note.Length > 0)
        {
            await WarnAsync(lease.Item.Id, note, cancellationToken).ConfigureAwait(false);
        }

        await _journal.UpdateHeldAsync(lease, held => held with { Note = note.Length > 0 ? note : null }).ConfigureAwait(false);
    }

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private static bool IsOurs(WandbJournalEntry entry, ItemNode? node) =>
        node is not null
        && WandbItemStates.Read(node.State) switch
        {
            RunQueueItemState.Pending => true,
            RunQueueItemState.Running => entry.State == RunQueueItemState.Running
                && (node.AssociatedRunId is null || node.AssociatedRunId == entry.RunId),
            _ => false,
        };

    // The journal was read before the server had the acknowledgement, or its answer was lost and it is said again. Who runs it, that call
    // finds out; no container is started before.
    private static bool IsBeingAcknowledged(WandbJournalEntry entry, ItemNode node) =>
        entry.State == RunQueueItemState.Pending && WandbItemStates.Read(node.State) == RunQueueItemState.Running;

    private static (LaunchJob? Job, string Why) ReadJob(PopPayload popped, QueueDefinition definition)
    {
        var job = RunSpec.Object(popped.RunSpec) is { } spec ? RunSpec.Read(spec, definition.Arguments) : null;
        return job is null
            ? (null, "its run spec is not a JSON object")
            : (job.Value, string.Join("; ", job.Problems.Select(problem => problem.Message)));
    }

    private WandbJournalEntry Take(
        WandbJournalEntry? known,
        string id,
        LaunchJob job,
        DockerQueue queue,
        string agent,
        DateTimeOffset until
    )
    {
        var text = known is null
            ? WandbItems.Text(job)
            : WandbItems.Text(job with { Priority = job.Priority ?? WandbItems.Job(known).Priority });
        var entry = known ?? new WandbJournalEntry(id, queue.Name!, text) { SubmittedAt = _options.TimeProvider.GetUtcNow() };
        return entry.Taken(text, queue.ToText(ConfigFormat.Json), agent, NewToken(), until);
    }

    private async Task<RunQueueRenewal> RenewAsync(RunQueueLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (
            await _journal.FindAsync(lease.Item.Id, cancellationToken).ConfigureAwait(false) is not { } entry
            || !entry.IsHeldUnder(lease.Token)
            || await _items.FindAsync(entry.Queue, entry.ItemId, cancellationToken).ConfigureAwait(false) is not { } node
            || !(IsOurs(entry, node) || IsBeingAcknowledged(entry, node))
        )
        {
            return RunQueueRenewal.Lost;
        }

        var run = await _items.FindRunAsync(entry, cancellationToken).ConfigureAwait(false);
        var until = _options.TimeProvider.GetUtcNow() + duration;

        // It may have ended here, or its stop been asked for, while the server was asked.
        var kept = await _journal
            .TryUpdateHeldAsync(
                entry.ItemId,
                lease.Token,
                held => held with { LeasedUntil = until, StopRequested = held.StopRequested || run?.Stopped == true }
            )
            .ConfigureAwait(false);
        return kept?.IsHeldUnder(lease.Token) != true ? RunQueueRenewal.Lost
            : kept.StopRequested ? RunQueueRenewal.StopWanted
            : RunQueueRenewal.Kept;
    }

    /// <summary>Notes down that the server does not know of this lease any more.</summary>
    /// <returns>What to throw.</returns>
    private async Task<RunQueueLeaseLostException> LoseAsync(RunQueueLease lease)
    {
        await _journal.TryUpdateHeldAsync(lease.Item.Id, lease.Token, static held => held.Unheld()).ConfigureAwait(false);
        return JournalLeases.Lost(lease.Item.Id);
    }
}
