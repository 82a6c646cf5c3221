using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Queues.Wandb;

/// <summary>
/// W&amp;B as a backend. What its operations cannot do is told here, each with what happens in its place, and in docs/wandb.md under the
/// same names.
/// </summary>
public sealed class WandbConformanceTests : RunQueueConformance
{
    protected override int RacingJobs => 80;

    protected override int ModelRuns => 20;

    protected override bool KeepsAgents => false;

    protected override bool KeepsItems => false;

    // Complete: the model ends items that were never acknowledged, which W&B would hand out again. GiveBack, Stop and what an operator
    // does: the tests below and those of stops and takeovers.
    protected override IReadOnlyCollection<QueueAction> UnlikeTheModel =>
        [QueueAction.Complete, QueueAction.GiveBack, QueueAction.Stop, QueueAction.Requeue, QueueAction.RequeueByForce, QueueAction.Kill];

    protected override Task<IBackendFixture> CreateAsync() => WandbBackendFixture.StartAsync();

    /// <summary>Lease length: W&amp;B's minute, which nothing makes longer before the acknowledgement.</summary>
    [Fact]
    public override async Task A_renewed_lease_lasts()
    {
        var lease = await PopOneAsync();
        await Fixture.AdvanceAsync(TimeSpan.FromSeconds(50));
        var kept = (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id];

        await Fixture.AdvanceAsync(TimeSpan.FromSeconds(11));

        Assert.Equal(
            (RunQueueRenewal.Kept, RunQueueRenewal.Lost),
            (kept, (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id])
        );
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.AcknowledgeAsync(lease, "run", Token));
    }

    /// <summary>Give back: an acknowledged item is put on the queue again, with a new id and at the last place.</summary>
    [Fact]
    public override async Task An_item_given_back_waits_at_its_place_and_its_lease_is_void()
    {
        var lease = await PopOneAsync();
        await Backend.PushAsync("gpu", Job("younger"), Token);
        await Backend.AcknowledgeAsync(lease, "run", Token);

        await Backend.GiveBackAsync(lease, Token);
        await Backend.GiveBackAsync(lease, Token);

        Assert.Equal(RunQueueItemState.Killed, (await ItemAsync(lease)).State);
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token));
        Assert.Equal(["younger", "train"], await PopAllAsync());
    }

    /// <summary>
    /// Give back before the acknowledgement: W&amp;B does it when its minute is over, at the same place and with the same id.
    /// </summary>
    [Fact]
    public async Task An_item_given_back_before_its_acknowledgement_waits_after_a_minute()
    {
        var lease = await PopOneAsync();
        await Backend.PushAsync("gpu", Job("younger"), Token);

        await Backend.GiveBackAsync(lease, Token);
        await Backend.GiveBackAsync(lease, Token);
        await Fixture.AdvanceAsync(TimeSpan.FromSeconds(61));

        Assert.Equal(lease.Item.Id, (await Backend.PopAsync("gpu", "b", Lease, Token))!.Item.Id);
    }

    /// <summary>Put back by an operator: as an agent gives back, with a new id and at the last place.</summary>
    [Fact]
    public override async Task The_item_of_a_silent_agent_is_put_back_at_its_place()
    {
        var lost = await PopOneAsync("lost");
        await Backend.PushAsync("gpu", Job("younger"), Token);
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await LeasesRunOutAsync();

        var waiting = await Backend.RequeueAsync(lost.Item.Id, RunQueueTakeover.FromSilentAgent, Token);

        Assert.NotEqual(lost.Item.Id, waiting.Id);
        Assert.Equal(
            (RunQueueItemState.Queued, "lost", RunQueueItemState.Killed),
            (waiting.State, waiting.Agent, (await ItemAsync(lost)).State)
        );
        Assert.Equal(["younger", "train"], await PopAllAsync());
    }

    /// <summary>Put back by an operator: only where the agent's journal is, because no other machine knows the job.</summary>
    [Fact]
    public async Task The_item_of_another_machines_agent_is_ended_but_not_put_back()
    {
        var lost = await PopOneAsync("lost");
        await Backend.AcknowledgeAsync(lost, "run", Token);
        await using var elsewhere = ConnectElsewhere();

        var refused = await Assert.ThrowsAsync<RunQueueRefusedException>(() =>
            elsewhere.RequeueAsync(lost.Item.Id, RunQueueTakeover.FromAnyAgent, Token)
        );
        await elsewhere.KillAsync(lost.Item.Id, Token);

        Assert.Contains("another machine", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RunQueueItemState.Killed, (await elsewhere.FindItemAsync(lost.Item.Id, Token))!.State);
        Assert.Equal(RunQueueRenewal.Lost, (await Backend.RenewAsync([lost], Lease, Token))[lost.Item.Id]);
    }

    private IRunQueueBackend ConnectElsewhere() => ((WandbBackendFixture)Fixture).ConnectElsewhere();

    /// <summary>Priorities: an item keeps the one that its queue gave it at the push.</summary>
    [Fact]
    public override async Task Items_that_wait_follow_the_queue_when_it_gets_priorities_and_loses_them()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job("1", JobPriority.Low), Token);
        await Backend.UpdateQueueAsync(Definition(mode: PrioritizationMode.V0), Token);
        await Backend.PushAsync("gpu", Job("2", JobPriority.Low), Token);
        await Backend.PushAsync("gpu", Job("3", JobPriority.High), Token);

        Assert.Equal(["3", "1", "2"], await PopAllAsync());
    }

    /// <summary>Deletion: the journal of this machine tells of an ended item also when its queue is gone.</summary>
    [Fact]
    public override async Task A_queue_whose_items_have_ended_is_deleted_with_them()
    {
        var lease = await PopOneAsync();
        await Backend.CompleteAsync(lease, RunOutcome.Killed("stopped"), Token);

        await Backend.DeleteQueueAsync("gpu", Token);

        Assert.Null(await Backend.FindQueueAsync("gpu", Token));
        Assert.Empty(await Backend.ListItemsAsync(new RunQueueItemFilter(), Token));
        Assert.Equal("stopped", (await ItemAsync(lease)).Outcome!.Message);
    }
}
