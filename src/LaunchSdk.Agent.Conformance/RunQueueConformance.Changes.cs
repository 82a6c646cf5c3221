using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public async Task A_push_of_another_client_wakes_who_listens()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await using var changes = await Backend.SubscribeAsync(Token);
        await using var other = Fixture.Connect();

        await other.PushAsync("gpu", Job(), Token);

        await changes.NextAsync(Token).WaitAsync(Longest, Token);
    }

    [Fact]
    public async Task What_happened_before_the_wait_wakes_it_too()
    {
        var lease = await PopOneAsync();
        await using var changes = await Backend.SubscribeAsync(Token);

        await Backend.RequestStopAsync(lease.Item.Id, Token);
        await changes.NextAsync(Token).WaitAsync(Longest, Token);
        await Backend.GiveBackAsync(lease, Token);
        await changes.NextAsync(Token).WaitAsync(Longest, Token);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_cancelled()
    {
        await using var changes = await Backend.SubscribeAsync(Token);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextTwiceAsync(changes, cancelled.Token));
    }

    // A wake that is still on its way from an earlier test's end is nobody's fault.
    private static async Task NextTwiceAsync(IRunQueueChanges changes, CancellationToken token)
    {
        await changes.NextAsync(token);
        await changes.NextAsync(token);
    }
}
