using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public async Task An_item_whose_lease_ran_out_waits_again_at_its_place()
    {
        var first = await PopOneAsync();
        await Backend.PushAsync("gpu", Job("younger"), Token);

        await LeasesRunOutAsync();
        var waiting = await ItemAsync(first);
        var again = await Backend.PopAsync("gpu", "b", Lease, Token);

        Assert.Equal(RunQueueItemState.Queued, waiting.State);
        Assert.Equal((first.Item.Id, 2, "b"), (again!.Item.Id, again.Item.Attempt, again.Item.Agent));
        Assert.NotEqual(first.Token, again.Token);
    }

    [Fact]
    public async Task Counts_and_lists_know_of_leases_that_ran_out()
    {
        var lease = await PopOneAsync();

        await LeasesRunOutAsync();

        Assert.Equal(
            (1, 0),
            ((await Backend.FindQueueAsync("gpu", Token))!.Waiting, (await Backend.FindQueueAsync("gpu", Token))!.Running)
        );
        Assert.Equal(
            [lease.Item.Id],
            (await Backend.ListItemsAsync(new RunQueueItemFilter { States = [RunQueueItemState.Queued] }, Token)).Select(item => item.Id)
        );
    }

    [Fact]
    public async Task An_old_lease_does_nothing_to_an_item_that_is_anothers()
    {
        var old = await PopOneAsync();
        await LeasesRunOutAsync();
        var current = (await Backend.PopAsync("gpu", "b", Lease, Token))!;

        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.AcknowledgeAsync(old, "run", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(old, RunOutcome.Finished("done"), Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.GiveBackAsync(old, Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.NoteAsync(old, "note", Token));

        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([old], Lease, Token))[old.Item.Id]);
        Assert.Equal(current.Item, await ItemAsync(current));
    }

    [Fact]
    public async Task A_lease_that_ran_out_before_the_acknowledgement_is_lost_though_nobody_took_the_item()
    {
        var lease = await PopOneAsync();

        await LeasesRunOutAsync();

        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.AcknowledgeAsync(lease, "run", Token));
    }

    [Fact]
    public virtual async Task A_renewed_lease_lasts()
    {
        var lease = await PopOneAsync();
        for (var i = 0; i < 3; i++)
        {
            await Fixture.AdvanceAsync(Lease * 0.7);
            Assert.Equal(RunQueueRenewal.Kept, (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id]);
        }

        await Backend.AcknowledgeAsync(lease, "run", Token);

        Assert.Equal(RunQueueItemState.Running, (await ItemAsync(lease)).State);
    }

    [Fact]
    public async Task An_acknowledged_item_stays_its_agents_though_the_lease_ran_out()
    {
        var lease = await PopOneAsync();
        await Backend.AcknowledgeAsync(lease, "run", Token);

        await LeasesRunOutAsync();
        var silent = await ItemAsync(lease);
        var nothing = await Backend.PopAsync("gpu", "b", Lease, Token);
        var renewal = (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id];
        var heard = await ItemAsync(lease);

        Assert.Equal((RunQueueItemState.Running, true), (silent.State, silent.AgentIsSilent));
        Assert.Null(nothing);
        Assert.Equal(RunQueueRenewal.Kept, renewal);
        Assert.False(heard.AgentIsSilent);
    }

    [Fact]
    public async Task An_agent_that_was_silent_ends_its_item()
    {
        var lease = await PopOneAsync();
        await Backend.AcknowledgeAsync(lease, "run", Token);
        await LeasesRunOutAsync();

        await Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);

        Assert.Equal(RunOutcome.Finished("done"), (await ItemAsync(lease)).Outcome);
    }

    [Fact]
    public async Task Said_twice_it_is_the_same()
    {
        var lease = await PopOneAsync();
        await Backend.AcknowledgeAsync(lease, "run", Token);
        await Backend.AcknowledgeAsync(lease, "run", Token);
        await Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
        var ended = await ItemAsync(lease);
        await Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);

        Assert.Equal(ended, await ItemAsync(lease));
        Assert.Equal(1, ended.Attempt);
    }

    [Fact]
    public async Task An_ended_item_is_not_acknowledged_noted_or_given_back()
    {
        var lease = await PopOneAsync();
        await Backend.CompleteAsync(lease, RunOutcome.Failed(RunStage.Agent, "no image"), Token);

        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.AcknowledgeAsync(lease, "run", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.NoteAsync(lease, "note", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.GiveBackAsync(lease, Token));
        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id]);
    }

    [Fact]
    public virtual async Task An_item_given_back_waits_at_its_place_and_its_lease_is_void()
    {
        var lease = await PopOneAsync();
        await Backend.PushAsync("gpu", Job("younger"), Token);
        await Backend.AcknowledgeAsync(lease, "run", Token);

        await Backend.GiveBackAsync(lease, Token);
        await Backend.GiveBackAsync(lease, Token);
        var waiting = await ItemAsync(lease);

        Assert.Equal((RunQueueItemState.Queued, null, null), (waiting.State, waiting.RunId, waiting.StartedAt));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token));
        Assert.Equal(lease.Item.Id, (await Backend.PopAsync("gpu", "b", Lease, Token))!.Item.Id);
    }

    [Fact]
    public async Task A_restarted_agent_gets_what_it_owes_under_new_leases()
    {
        var acknowledged = await PopOneAsync();
        await Backend.AcknowledgeAsync(acknowledged, "run", Token);
        await Backend.PushAsync("gpu", Job(), Token);
        var pending = (await Backend.PopAsync("gpu", "a", Lease, Token))!;
        await Backend.PushAsync("gpu", Job(), Token);
        await Backend.PopAsync("gpu", "another", Lease, Token);

        var resumed = await Backend.ResumeAsync("a", Lease, Token);

        Assert.Equal(
            [(acknowledged.Item.Id, RunQueueItemState.Running), (pending.Item.Id, RunQueueItemState.Pending)],
            resumed.Select(lease => (lease.Item.Id, lease.Item.State)).OrderByDescending(item => item.State)
        );
        Assert.Equal("run", resumed.Single(lease => lease.Item.Id == acknowledged.Item.Id).Item.RunId);
        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([acknowledged], Lease, Token))[acknowledged.Item.Id]);
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(pending, RunOutcome.Finished("done"), Token));
        foreach (var lease in resumed)
        {
            await Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
        }
    }

    [Fact]
    public async Task An_agent_resumes_a_running_item_long_after_its_lease_and_no_pending_one()
    {
        var acknowledged = await PopOneAsync();
        await Backend.AcknowledgeAsync(acknowledged, "run", Token);
        await Backend.PushAsync("gpu", Job(), Token);
        await Backend.PopAsync("gpu", "a", Lease, Token);

        await LeasesRunOutAsync();
        var resumed = Assert.Single(await Backend.ResumeAsync("a", Lease, Token));

        Assert.Equal((acknowledged.Item.Id, false), (resumed.Item.Id, resumed.Item.AgentIsSilent));
    }

    [Fact]
    public async Task Many_leases_are_renewed_at_once()
    {
        var first = await PopOneAsync();
        await Backend.PushAsync("gpu", Job(), Token);
        await Backend.PushAsync("gpu", Job(), Token);
        var (second, third) = ((await Backend.PopAsync("gpu", "a", Lease, Token))!, (await Backend.PopAsync("gpu", "a", Lease, Token))!);
        await Backend.GiveBackAsync(first, Token);
        await Backend.RequestStopAsync(third.Item.Id, Token);

        var answers = await Backend.RenewAsync([first, second, third], Lease, Token);

        Assert.Equal(
            (RunQueueRenewal.Lost, RunQueueRenewal.Kept, RunQueueRenewal.StopWanted),
            (answers[first.Item.Id], answers[second.Item.Id], answers[third.Item.Id])
        );
        Assert.Empty(await Backend.RenewAsync([], Lease, Token));
    }
}
