namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>Keeps what this machine pushed and took: W&amp;B does not hand an item out twice, nor tell its job again. Safe to use from many threads.</summary>
public interface IRunQueueJournal
{
    /// <summary>Writes an entry, in place of the one of the same item. It is kept when this returns.</summary>
    /// <param name="entry">The entry.</param>
    void Write(WandbJournalEntry entry);

    /// <summary>The entry of an item; null where there is none.</summary>
    /// <param name="itemId">The item's id.</param>
    WandbJournalEntry? Find(string itemId);

    /// <summary>All entries, the oldest first.</summary>
    IReadOnlyList<WandbJournalEntry> All();
}
