namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>A journal that is gone with the process: a restarted agent does not know what it had.</summary>
public sealed class MemoryJournal : IRunQueueJournal
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, WandbJournalEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Write(WandbJournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            _entries[entry.ItemId] = entry;
        }
    }

    /// <inheritdoc/>
    public WandbJournalEntry? Find(string itemId)
    {
        lock (_lock)
        {
            return _entries.GetValueOrDefault(itemId);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<WandbJournalEntry> All()
    {
        lock (_lock)
        {
            return [.. _entries.Values];
        }
    }
}
