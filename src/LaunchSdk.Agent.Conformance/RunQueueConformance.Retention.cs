using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    /// <summary>Whether the store is the backend's own; W&amp;B keeps what it keeps.</summary>
    protected virtual bool KeepsItems => true;

    [Fact]
    public async Task Items_that_ended_long_ago_are_deleted_a_bounded_number_at_a_time_and_no_others()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        for (var i = 0; i < 5; i++)
        {
            await Backend.PushAsync("gpu", Job(), Token);
        }

        var running = (await Backend.PopAsync("gpu", "a", Lease, Token))!;
        await Backend.AcknowledgeAsync(running, "r1", Token);
        for (var i = 0; i < 3; i++)
        {
            var lease = (await Backend.PopAsync("gpu", "a", Lease, Token))!;
            await Backend.AcknowledgeAsync(lease, $"e{i}", Token);
            await Backend.CompleteAsync(lease, RunOutcome.Failed(RunStage.Run, "ended"), Token);
        }

        var early = await Backend.DeleteEndedItemsAsync(TimeSpan.FromDays(1), 10, Token);
        await Fixture.AdvanceAsync(TimeSpan.FromDays(2));
        var (first, second, third) = (await DeleteAsync(2), await DeleteAsync(2), await DeleteAsync(2));

        Assert.Equal(KeepsItems ? (0, 2, 1, 0) : (0, 0, 0, 0), (early, first, second, third));
        if (KeepsItems)
        {
            Assert.Equal(
                [RunQueueItemState.Queued, RunQueueItemState.Running],
                (await Backend.ListItemsAsync(new RunQueueItemFilter(), Token)).Select(static item => item.State).Order()
            );
        }
    }

    private Task<int> DeleteAsync(int most) => Backend.DeleteEndedItemsAsync(TimeSpan.FromDays(1), most, Token);
}
