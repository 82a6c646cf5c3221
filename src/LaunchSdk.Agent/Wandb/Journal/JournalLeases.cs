using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>
/// Entries by the leases of their items: each change looks at what is there at that moment, because another process may have written since.
/// </summary>
internal static class JournalLeases
{
    /// <summary>The entry that a lease is of.</summary>
    /// <exception cref="RunQueueLeaseLostException">The item has another lease, or ended.</exception>
    public static async Task<WandbJournalEntry> FindHeldAsync(
        this IRunQueueJournal journal,
        RunQueueLease lease,
        CancellationToken cancellationToken
    ) => Held(await journal.FindAsync(lease.Item.Id, cancellationToken).ConfigureAwait(false), lease);

    /// <summary>Changes the entry that a lease is of.</summary>
    /// <exception cref="RunQueueLeaseLostException">The item has another lease, or ended.</exception>
    public static async Task<WandbJournalEntry> UpdateHeldAsync(
        this IRunQueueJournal journal,
        RunQueueLease lease,
        Func<WandbJournalEntry, WandbJournalEntry> change
    ) => (await journal.UpdateAsync(lease.Item.Id, entry => change(Held(entry, lease))).ConfigureAwait(false))!;

    /// <summary>Changes the entry where it is still under a token; one that is not stays as it is.</summary>
    public static Task<WandbJournalEntry?> TryUpdateHeldAsync(
        this IRunQueueJournal journal,
        string itemId,
        string token,
        Func<WandbJournalEntry, WandbJournalEntry> change
    ) => journal.UpdateAsync(itemId, entry => entry?.IsHeldUnder(token) == true ? change(entry) : null);

    /// <summary>The entry, where the lease is the one that counts.</summary>
    /// <exception cref="RunQueueLeaseLostException">The item has another lease, or ended.</exception>
    public static WandbJournalEntry Held(WandbJournalEntry? entry, RunQueueLease lease) =>
        entry?.IsHeldUnder(lease.Token) == true ? entry : throw Lost(lease.Item.Id);

    /// <summary>An item's lease is void.</summary>
    public static RunQueueLeaseLostException Lost(string id) =>
        new($"the item {id} is not this agent's any more: it ended, went back to its queue or is another agent's");
}
