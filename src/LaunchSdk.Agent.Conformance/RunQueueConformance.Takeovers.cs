using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public virtual async Task The_item_of_a_silent_agent_is_put_back_at_its_place()
    {
        var lost = await PopOneAsync("lost");
        await Backend.PushAsync("gpu", Job("younger"), Token);
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await LeasesRunOutAsync();

        var waiting = await Backend.RequeueAsync(lost.Item.Id, RunQueueTakeover.FromSilentAgent, Token);
        var again = await Backend.PopAsync("gpu", "b", Lease, Token);

        Assert.Equal((RunQueueItemState.Queued, "lost", null, null), (waiting.State, waiting.Agent, waiting.RunId, waiting.StartedAt));
        Assert.Equal((lost.Item.Id, 2, "b"), (again!.Item.Id, again.Item.Attempt, again.Item.Agent));
    }

    [Fact]
    public async Task An_agent_whose_item_was_taken_away_hears_that_it_is_lost()
    {
        var lost = await PopOneAsync("lost");
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await LeasesRunOutAsync();

        await Backend.RequeueAsync(lost.Item.Id, RunQueueTakeover.FromSilentAgent, Token);

        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([lost], Lease, Token))[lost.Item.Id]);
        Assert.Empty(await Backend.ResumeAsync("lost", Lease, Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.AcknowledgeAsync(lost, "run", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.NoteAsync(lost, "note", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(lost, RunOutcome.Finished("done"), Token));
    }

    [Fact]
    public async Task The_item_of_an_agent_that_lives_is_taken_by_force_only()
    {
        var lease = await PopOneAsync("lives");
        await Backend.AcknowledgeAsync(lease, "run", Token);

        var refused = await Assert.ThrowsAsync<RunQueueRefusedException>(() =>
            Backend.RequeueAsync(lease.Item.Id, RunQueueTakeover.FromSilentAgent, Token)
        );
        var kept = (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id];
        var waiting = await Backend.RequeueAsync(lease.Item.Id, RunQueueTakeover.FromAnyAgent, Token);

        Assert.Contains("'lives'", refused.Message, StringComparison.Ordinal);
        Assert.Equal((RunQueueRenewal.Kept, RunQueueItemState.Queued), (kept, waiting.State));
        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id]);
    }

    [Fact]
    public async Task An_item_that_waits_stays_where_it_is_when_it_is_put_back()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        var item = await Backend.PushAsync("gpu", Job(), Token);

        var waiting = await Backend.RequeueAsync(item.Id, RunQueueTakeover.FromAnyAgent, Token);

        Assert.Equal((item.Id, RunQueueItemState.Queued, 0), (waiting.Id, waiting.State, waiting.Attempt));
    }

    [Fact]
    public async Task An_ended_item_is_not_put_back()
    {
        var lease = await PopOneAsync();
        await Backend.CompleteAsync(lease, RunOutcome.Failed(RunStage.Agent, "no image"), Token);

        var refused = await Assert.ThrowsAsync<RunQueueRefusedException>(() =>
            Backend.RequeueAsync(lease.Item.Id, RunQueueTakeover.FromAnyAgent, Token)
        );

        Assert.Contains("submit its job again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_shall_stop_is_killed_where_it_would_be_put_back()
    {
        var lost = await PopOneAsync("lost");
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await Backend.RequestStopAsync(lost.Item.Id, Token);
        await LeasesRunOutAsync();

        await Backend.RequeueAsync(lost.Item.Id, RunQueueTakeover.FromSilentAgent, Token);

        Assert.Equal(RunQueueItemState.Killed, (await ItemAsync(lost)).State);
        Assert.Null(await Backend.PopAsync("gpu", "b", Lease, Token));
    }

    [Fact]
    public async Task An_item_is_ended_without_its_agent()
    {
        var lost = await PopOneAsync("lost");
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await LeasesRunOutAsync();

        var killed = await Backend.KillAsync(lost.Item.Id, Token);
        var again = await Backend.KillAsync(lost.Item.Id, Token);

        Assert.Equal((RunQueueItemState.Killed, "lost"), (killed.State, killed.Agent));
        Assert.Contains("'lost'", killed.Outcome!.Message, StringComparison.Ordinal);
        Assert.Equal(killed.Outcome, again.Outcome);
        Assert.Equal(killed.Outcome, (await ItemAsync(lost)).Outcome);
        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([lost], Lease, Token))[lost.Item.Id]);
        Assert.Empty(await Backend.ResumeAsync("lost", Lease, Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(lost, RunOutcome.Finished("done"), Token));
        await Backend.DeleteQueueAsync("gpu", Token);
    }

    [Fact]
    public async Task An_item_that_waits_is_ended_too()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        var item = await Backend.PushAsync("gpu", Job(), Token);

        Assert.Equal(RunQueueItemState.Killed, (await Backend.KillAsync(item.Id, Token)).State);
        Assert.Null(await Backend.PopAsync("gpu", "a", Lease, Token));
    }

    [Fact]
    public async Task No_item_is_neither_put_back_nor_ended()
    {
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.RequeueAsync("none", RunQueueTakeover.FromAnyAgent, Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.KillAsync("none", Token));
    }
}
