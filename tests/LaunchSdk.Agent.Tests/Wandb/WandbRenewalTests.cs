using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>Renewals that meet other calls for the same item.</summary>
public sealed class WandbRenewalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_that_is_acknowledged_while_it_is_renewed_stays_the_agents()
    {
        await using var journal = new InterruptedJournal();
        await using var wandb = await WandbFixture.StartAsync(options => options with { Journal = journal });
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job("""{"job": "team/p/train:latest", "project": "p"}"""), Token);
        var lease = (await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token))!;
        journal.AfterFind = () => wandb.Backend.AcknowledgeAsync(lease, "run-1", Token);

        var renewals = await wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token);

        Assert.Equal(RunQueueRenewal.Kept, renewals[lease.Item.Id]);
        var outcome = new RunOutcome(RunQueueItemState.Finished, "exit code 0");
        await wandb.Backend.CompleteAsync(lease, outcome, Token);
        Assert.Equal(RunQueueItemState.Finished, (await wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
    }

    /// <summary>A journal that lets something happen once, after an entry was read and before its reader has it.</summary>
    private sealed class InterruptedJournal : IRunQueueJournal
    {
        private readonly MemoryJournal _journal = new();

        public Func<Task>? AfterFind { get; set; }

        public async Task<WandbJournalEntry?> FindAsync(string itemId, CancellationToken cancellationToken = default)
        {
            var entry = await _journal.FindAsync(itemId, cancellationToken);
            var happens = AfterFind;
            AfterFind = null;
            await (happens?.Invoke() ?? Task.CompletedTask);
            return entry;
        }

        public Task<WandbJournalEntry?> UpdateAsync(string itemId, Func<WandbJournalEntry?, WandbJournalEntry?> change) =>
            _journal.UpdateAsync(itemId, change);

        public Task<IReadOnlyList<WandbJournalEntry>> ListAsync(CancellationToken cancellationToken = default) =>
            _journal.ListAsync(cancellationToken);

        public Task<IReadOnlyList<WandbJournalEntry>> ListOpenAsync(CancellationToken cancellationToken = default) =>
            _journal.ListOpenAsync(cancellationToken);

        public ValueTask DisposeAsync() => _journal.DisposeAsync();
    }
}
