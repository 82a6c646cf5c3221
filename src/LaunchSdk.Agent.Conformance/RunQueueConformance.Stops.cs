using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public async Task A_waiting_item_that_shall_stop_is_killed_at_once()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        var item = await Backend.PushAsync("gpu", Job(), Token);

        await Backend.RequestStopAsync(item.Id, Token);

        var killed = (await Backend.FindItemAsync(item.Id, Token))!;
        Assert.Equal((RunQueueItemState.Killed, RunQueueItemState.Killed), (killed.State, killed.Outcome!.State));
        Assert.NotNull(killed.EndedAt);
        Assert.Null(await Backend.PopAsync("gpu", "a", Lease, Token));
    }

    [Fact]
    public async Task The_agent_of_a_running_item_hears_that_it_shall_stop()
    {
        var lease = await PopOneAsync();
        await Backend.AcknowledgeAsync(lease, "run", Token);

        await Backend.RequestStopAsync(lease.Item.Id, Token);

        var item = await ItemAsync(lease);
        Assert.Equal((RunQueueItemState.Running, true), (item.State, item.StopRequested));
        Assert.Equal(RunQueueRenewal.StopWanted, (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id]);
    }

    [Fact]
    public async Task An_item_that_shall_stop_never_waits_again()
    {
        var lost = await PopOneAsync();
        await Backend.PushAsync("gpu", Job(), Token);
        await Backend.RequestStopAsync(lost.Item.Id, Token);
        await LeasesRunOutAsync();
        var returned = (await Backend.PopAsync("gpu", "a", Lease, Token))!;
        await Backend.RequestStopAsync(returned.Item.Id, Token);

        await Backend.GiveBackAsync(returned, Token);

        Assert.NotEqual(lost.Item.Id, returned.Item.Id);
        Assert.Equal(
            (RunQueueItemState.Killed, RunQueueItemState.Killed),
            ((await ItemAsync(lost)).State, (await ItemAsync(returned)).State)
        );
        Assert.Null(await Backend.PopAsync("gpu", "a", Lease, Token));
        await Backend.DeleteQueueAsync("gpu", Token);
    }

    [Fact]
    public async Task A_stop_changes_nothing_about_an_ended_item()
    {
        var lease = await PopOneAsync();
        await Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
        var ended = await ItemAsync(lease);

        await Backend.RequestStopAsync(lease.Item.Id, Token);

        Assert.Equal(ended, await ItemAsync(lease));
    }

    [Fact]
    public async Task A_stop_of_no_item_fails() =>
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.RequestStopAsync("none", Token));
}
