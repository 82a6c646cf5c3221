namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>
/// Keeps what this machine pushed and took: W&amp;B does not hand an item out twice, nor tell its job again. Safe to use from many threads,
/// and from many processes where it is kept in a file. The backend that is given one disposes of it.
/// </summary>
/// <remarks>
/// Fails with <see cref="Queues.RunQueueUnavailableException"/> (try again later) or <see cref="Queues.RunQueueDeniedException"/> (the
/// rights, or what it is kept in).
/// </remarks>
public interface IRunQueueJournal : IAsyncDisposable
{
    /// <summary>
    /// Changes the entry of an item: nobody else writes it, in this process or another, between the moment it is read and the moment it is
    /// written. What was written is kept when this returns.
    /// </summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="change">
    /// Gives the entry as it shall be, from the entry as it is (null where there is none); null to leave all as it is. What it throws is
    /// thrown, and nothing is written. It is called once, must not take long, and must not use the journal.
    /// </param>
    /// <returns>The entry as it is now; null where there is none.</returns>
    Task<WandbJournalEntry?> UpdateAsync(string itemId, Func<WandbJournalEntry?, WandbJournalEntry?> change);

    /// <summary>The entry of an item; null where there is none.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry, or null.</returns>
    Task<WandbJournalEntry?> FindAsync(string itemId, CancellationToken cancellationToken = default);

    /// <summary>All entries, in the order in which this machine first heard of their items.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<WandbJournalEntry>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The same without the ended ones.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<WandbJournalEntry>> ListOpenAsync(CancellationToken cancellationToken = default);
}
