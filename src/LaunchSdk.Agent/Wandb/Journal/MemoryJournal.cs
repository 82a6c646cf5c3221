namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>
/// A journal that is gone with the process: a restarted agent does not know what it had. It is usable after its disposal, so backends may
/// share it.
/// </summary>
public sealed class MemoryJournal : IRunQueueJournal
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, WandbJournalEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<WandbJournalEntry?> UpdateAsync(string itemId, Func<WandbJournalEntry?, WandbJournalEntry?> change)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            var now = _entries.GetValueOrDefault(itemId);
            if (change(now) is not { } next)
            {
                return Task.FromResult(now);
            }

            _entries[itemId] = next;
            return Task.FromResult<WandbJournalEntry?>(next);
        }
    }

    /// <inheritdoc/>
    public Task<WandbJournalEntry?> FindAsync(string itemId, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(_entries.GetValueOrDefault(itemId));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WandbJournalEntry>> ListAsync(CancellationToken cancellationToken = default) => ListAsync(static _ => true);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WandbJournalEntry>> ListOpenAsync(CancellationToken cancellationToken = default) =>
        ListAsync(static entry => entry.EndedAt is null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<IReadOnlyList<WandbJournalEntry>> ListAsync(Func<WandbJournalEntry, bool> which)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<WandbJournalEntry>>([.. _entries.Values.Where(which)]);
        }
    }
}
