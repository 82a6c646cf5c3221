using System.Collections.Concurrent;
using System.Globalization;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>
/// Queues in memory, with the rules of <see cref="IRunQueueBackend"/> that an agent sees. Every call and every end is kept.
/// </summary>
internal sealed class MemoryBackend : IRunQueueBackend
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DockerQueue> _queues = new(StringComparer.Ordinal);
    private readonly List<Entry> _items = [];
    private readonly Dictionary<string, Queue<Entry>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly List<Changes> _changes = [];
    private int _tokens;

    /// <summary>Thrown by every call while it is set.</summary>
    public volatile RunQueueException? Failure;

    public string Description { get; init; } = "memory";

    /// <summary>Each end that was accepted, in order: an item twice would stand here twice.</summary>
    public ConcurrentQueue<(string Item, RunOutcome Outcome)> Ends { get; } = new();

    public ConcurrentQueue<(string Item, string Note)> Notes { get; } = new();

    public ConcurrentQueue<string> GivenBack { get; } = new();

    public async Task<RunQueue> CreateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            _queues.Add(queue.Name!, queue);
            _waiting.Add(queue.Name!, new Queue<Entry>());
            Tell();
            return new RunQueue(queue.Name!, queue, default, 0, 0);
        }
    }

    public Task<RunQueue> UpdateQueueAsync(DockerQueue queue, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task DeleteQueueAsync(string queue, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<RunQueue>> ListQueuesAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<RunQueue?> FindQueueAsync(string queue, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<RunQueueItem> PushAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            var id = (_items.Count + 1).ToString(CultureInfo.InvariantCulture);
            var entry = new Entry(
                new RunQueueItem(id, queue, job, RunQueueItemState.Queued, job.Priority ?? JobPriority.Medium, DateTimeOffset.UnixEpoch)
            );
            _items.Add(entry);
            _byId.Add(id, entry);
            _waiting[queue].Enqueue(entry);
            Tell();
            return entry.Item;
        }
    }

    public async Task<RunQueueItem?> FindItemAsync(string itemId, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            return _byId.GetValueOrDefault(itemId)?.Item;
        }
    }

    public Task<IReadOnlyList<RunQueueItem>> ListItemsAsync(RunQueueItemFilter filter, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public async Task RequestStopAsync(string itemId, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            _byId[itemId].Item = _byId[itemId].Item with { StopRequested = true };
            Tell();
        }
    }

    public async Task<RunQueueItem> RequeueAsync(string itemId, RunQueueTakeover takeover, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            var entry = _byId[itemId];
            (entry.Item, entry.Token) = (entry.Item with { State = RunQueueItemState.Queued }, "");
            _waiting[entry.Item.Queue].Enqueue(entry);
            Tell();
            return entry.Item;
        }
    }

    public Task<RunQueueItem> KillAsync(string itemId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<RunQueueLease?> PopAsync(string queue, string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            if (!_waiting.TryGetValue(queue, out var waiting))
            {
                throw new RunQueueNotFoundException($"there is no queue '{queue}'");
            }

            return waiting.TryDequeue(out var entry) ? Lease(entry, agent, RunQueueItemState.Pending, entry.Item.Attempt + 1) : null;
        }
    }

    public async Task<IReadOnlyList<RunQueueLease>> ResumeAsync(string agent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            return
            [
                .. _items
                    .Where(entry => entry.Item.Agent == agent && IsOpen(entry))
                    .Select(entry => Lease(entry, agent, entry.Item.State, entry.Item.Attempt)),
            ];
        }
    }

    public Task AcknowledgeAsync(RunQueueLease lease, string runId, CancellationToken cancellationToken = default) =>
        ChangeAsync(lease, item => item with { State = RunQueueItemState.Running, RunId = runId });

    public async Task<IReadOnlyDictionary<string, RunQueueRenewal>> RenewAsync(
        IReadOnlyCollection<RunQueueLease> leases,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    )
    {
        await CheckAsync();
        lock (_lock)
        {
            return leases.ToDictionary(
                static lease => lease.Item.Id,
                lease =>
                    !Holds(lease) ? RunQueueRenewal.Lost
                    : _byId[lease.Item.Id].Item.StopRequested ? RunQueueRenewal.StopWanted
                    : RunQueueRenewal.Kept,
                StringComparer.Ordinal
            );
        }
    }

    public Task NoteAsync(RunQueueLease lease, string note, CancellationToken cancellationToken = default)
    {
        Notes.Enqueue((lease.Item.Id, note));
        return Task.CompletedTask;
    }

    public async Task CompleteAsync(RunQueueLease lease, RunOutcome outcome, CancellationToken cancellationToken = default)
    {
        await ChangeAsync(lease, item => item with { State = outcome.State, Outcome = outcome });
        Ends.Enqueue((lease.Item.Id, outcome));
    }

    public async Task GiveBackAsync(RunQueueLease lease, CancellationToken cancellationToken = default)
    {
        await ChangeAsync(lease, static item => item with { State = RunQueueItemState.Queued, Agent = null });
        lock (_lock)
        {
            var entry = _byId[lease.Item.Id];
            entry.Token = "";
            _waiting[entry.Item.Queue].Enqueue(entry);
        }

        GivenBack.Enqueue(lease.Item.Id);
    }

    public async Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync();
        lock (_lock)
        {
            var changes = new Changes();
            _changes.Add(changes);
            return changes;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Tells listeners of a change.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            Tell();
        }
    }

    /// <summary>Hands an item to somebody else, as an operator may.</summary>
    public void TakeAway(string item)
    {
        lock (_lock)
        {
            _byId[item].Token = "another's";
            Tell();
        }
    }

    private static bool IsOpen(Entry entry) => entry.Item.State is RunQueueItemState.Pending or RunQueueItemState.Running;

    private async Task CheckAsync()
    {
        await Task.Yield();
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    private bool Holds(RunQueueLease lease) => _byId[lease.Item.Id] is var entry && entry.Token == lease.Token && IsOpen(entry);

    private RunQueueLease Lease(Entry entry, string agent, RunQueueItemState state, int attempt)
    {
        entry.Token = (++_tokens).ToString(CultureInfo.InvariantCulture);
        entry.Item = entry.Item with { State = state, Agent = agent, Attempt = attempt };
        return new RunQueueLease(entry.Item, _queues[entry.Item.Queue], entry.Token);
    }

    private async Task ChangeAsync(RunQueueLease lease, Func<RunQueueItem, RunQueueItem> change)
    {
        await CheckAsync();
        lock (_lock)
        {
            if (!Holds(lease))
            {
                throw new RunQueueLeaseLostException($"item {lease.Item.Id} is another agent's");
            }

            _byId[lease.Item.Id].Item = change(_byId[lease.Item.Id].Item);
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var changes in _changes)
        {
            changes.Set();
        }
    }

    private sealed class Entry(RunQueueItem item)
    {
        public RunQueueItem Item { get; set; } = item;

        public string Token { get; set; } = "";
    }

    private sealed class Changes : IRunQueueChanges
    {
        private readonly AsyncAutoResetEvent _signal = new();

        public void Set() => _signal.Set();

        public Task NextAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
