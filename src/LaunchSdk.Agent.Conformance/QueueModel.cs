using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

/// <summary>What a queue with priorities does, in a list in memory: the backends are compared with it.</summary>
internal sealed class QueueModel
{
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    public void Push(string id, JobPriority priority) => _entries.Add(new Entry(id, priority));

    /// <summary>The place of the item that the next pop takes; null for none.</summary>
    public int? Next()
    {
        var next = _entries.Where(entry => entry.State == RunQueueItemState.Queued).OrderBy(entry => entry.Priority).FirstOrDefault();
        return next is null ? null : _entries.IndexOf(next);
    }

    public void Pop(int place, string token)
    {
        var entry = _entries[place];
        (entry.State, entry.Token, entry.IsSilent) = (RunQueueItemState.Pending, token, false);
        entry.Attempt++;
    }

    public bool Acknowledge(int place, string token) => Owned(place, token, entry => entry.State = RunQueueItemState.Running);

    public bool Complete(int place, string token)
    {
        var entry = _entries[place];
        return (entry.EndedUnder == token)
            || Owned(place, token, owned => (owned.State, owned.EndedUnder) = (RunQueueItemState.Finished, token));
    }

    public bool GiveBack(int place, string token)
    {
        var entry = _entries[place];
        return (!HasAgent(entry) && entry.EndedUnder is null && entry.Token == token) || Owned(place, token, PutBack);
    }

    public RunQueueRenewal Renew(int place, string token)
    {
        var isOwned = Owned(place, token, owned => owned.IsSilent = false);
        if (!isOwned)
        {
            return RunQueueRenewal.Lost;
        }

        return _entries[place].IsStopWanted ? RunQueueRenewal.StopWanted : RunQueueRenewal.Kept;
    }

    public void Stop(int place)
    {
        var entry = _entries[place];
        if (entry.State is RunQueueItemState.Queued or RunQueueItemState.Pending or RunQueueItemState.Running)
        {
            entry.IsStopWanted = true;
        }

        if (entry.State == RunQueueItemState.Queued)
        {
            (entry.State, entry.Token) = (RunQueueItemState.Killed, entry.Token);
        }
    }

    /// <summary>Whether it is put back or waits; false where that is refused.</summary>
    public bool Requeue(int place, bool byForce)
    {
        var entry = _entries[place];
        if (entry.State == RunQueueItemState.Queued)
        {
            return true;
        }

        if (!HasAgent(entry) || (!byForce && !(entry.IsSilent && entry.State == RunQueueItemState.Running)))
        {
            return false;
        }

        PutBack(entry);
        return true;
    }

    public void Kill(int place)
    {
        var entry = _entries[place];
        if (HasAgent(entry) || entry.State == RunQueueItemState.Queued)
        {
            (entry.State, entry.IsStopWanted) = (RunQueueItemState.Killed, true);
        }
    }

    public void LeasesRunOut()
    {
        foreach (var entry in _entries)
        {
            if (entry.State == RunQueueItemState.Pending)
            {
                PutBack(entry);
            }

            entry.IsSilent = entry.State == RunQueueItemState.Running;
        }
    }

    private static bool HasAgent(Entry entry) => entry.State is RunQueueItemState.Pending or RunQueueItemState.Running;

    private static void PutBack(Entry entry) => entry.State = entry.IsStopWanted ? RunQueueItemState.Killed : RunQueueItemState.Queued;

    private bool Owned(int place, string token, Action<Entry> change)
    {
        var entry = _entries[place];
        if (!HasAgent(entry) || entry.Token != token)
        {
            return false;
        }

        change(entry);
        return true;
    }

    /// <summary>An item of the model.</summary>
    internal sealed class Entry(string id, JobPriority priority)
    {
        public string Id => id;

        public JobPriority Priority => priority;

        public RunQueueItemState State { get; set; }

        public string? Token { get; set; }

        /// <summary>The lease that ended it.</summary>
        public string? EndedUnder { get; set; }

        public int Attempt { get; set; }

        public bool IsSilent { get; set; }

        public bool IsStopWanted { get; set; }
    }
}
