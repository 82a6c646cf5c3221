using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb.Emulator;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>Processes of one machine that share a journal: what one does while another waits for the server's answer.</summary>
public sealed class WandbSharedJournalTests : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private WandbFixture _wandb = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _wandb = await WandbFixture.StartAsync(_folder.Shared);
        await _wandb.QueueAsync(hasPriorities: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _wandb.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_item_that_is_taken_before_its_push_has_its_answer_stays_its_agents()
    {
        RunQueueLease lease = null!;

        var pushed = await PushAsync(async () =>
        {
            lease = await _wandb.TakeAsync();
            await _wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        });

        Assert.Equal(
            (lease.Item.Id, RunQueueItemState.Running, "run1", "agent", 1),
            (pushed.Id, pushed.State, pushed.RunId, pushed.Agent, pushed.Attempt)
        );
        Assert.Equal((JobPriority.High, JobPriority.High), (pushed.Priority, pushed.Job.Priority!.Value));
        Assert.Equal(RunQueueRenewal.Kept, (await _wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token))[lease.Item.Id]);
        await _wandb.Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
        Assert.Equal(RunQueueItemState.Finished, (await _wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
    }

    [Fact]
    public async Task An_item_that_ends_before_its_push_has_its_answer_has_ended()
    {
        var outcome = RunOutcome.Failed(RunStage.Run, "ended with exit code 3");

        var pushed = await PushAsync(async () =>
        {
            var lease = await _wandb.TakeAsync();
            await _wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
            await _wandb.Backend.CompleteAsync(lease, outcome, Token);
        });

        Assert.Equal((RunQueueItemState.Failed, outcome), (pushed.State, pushed.Outcome!));
    }

    [Fact]
    public async Task An_item_that_is_stopped_before_its_push_has_its_answer_is_killed_and_keeps_its_job()
    {
        var pushed = await PushAsync(async () => await _wandb.Backend.RequestStopAsync(_wandb.State.Queues[0].Items[0].Id, Token));

        Assert.Equal((RunQueueItemState.Killed, "busybox"), (pushed.State, pushed.Job.Docker?.DockerImage));
        Assert.Empty(_wandb.State.Queues[0].Items);
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_during_a_note_is_heard() =>
        await StopDuringAsync("updateRunQueueItemWarning", (agent, lease) => agent.NoteAsync(lease, "waits for a GPU", Token));

    [Fact]
    public async Task A_stop_that_is_asked_for_during_an_acknowledgement_is_heard() =>
        await StopDuringAsync("ackRunQueueItem", (agent, lease) => agent.AcknowledgeAsync(lease, "run1", Token));

    [Fact]
    public async Task A_stop_that_is_asked_for_during_an_acknowledgement_that_fails_is_heard()
    {
        _wandb.Server.Fail("ackRunQueueItem", new Fault.Status(503));

        await StopDuringAsync(
            "ackRunQueueItem",
            (agent, lease) => Assert.ThrowsAsync<RunQueueUnavailableException>(() => agent.AcknowledgeAsync(lease, "run1", Token))
        );
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_during_a_renewal_is_heard() =>
        await StopDuringAsync(
            "runQueueItem",
            async (agent, lease) =>
                Assert.Equal(RunQueueRenewal.StopWanted, (await agent.RenewAsync([lease], WandbFixture.Lease, Token))[lease.Item.Id])
        );

    [Fact]
    public async Task A_stop_that_is_asked_for_while_an_item_is_given_back_holds_for_its_copy()
    {
        await _wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await _wandb.TakeAsync();
        await _wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        var agent = Another("pushToRunQueueByName", () => _wandb.Backend.RequestStopAsync(lease.Item.Id, Token));

        await agent.GiveBackAsync(lease, Token);

        Assert.Empty(_wandb.State.Queues[0].Items);
        var items = await _wandb.Backend.ListItemsAsync(new RunQueueItemFilter(), Token);
        Assert.Equal([RunQueueItemState.Killed, RunQueueItemState.Killed], items.Select(item => item.State));
    }

    [Fact]
    public async Task An_item_that_is_taken_while_its_stop_is_asked_for_is_not_removed_and_its_agent_hears_of_it()
    {
        var item = await _wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        RunQueueLease lease = null!;
        var stopper = Another("runQueueItem", async () => lease = await _wandb.TakeAsync());

        await stopper.RequestStopAsync(item.Id, Token);

        Assert.Equal(RunQueueRenewal.StopWanted, (await _wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token))[item.Id]);
        Assert.Single(_wandb.State.Queues[0].Items);
    }

    [Fact]
    public async Task An_outcome_is_not_written_over_that_of_an_agent_that_resumed_the_item()
    {
        await _wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await _wandb.TakeAsync();
        await _wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        IReadOnlyList<RunQueueLease> resumed = [];
        var agent = Another(
            "updateRunQueueItemWarning",
            async () => resumed = await _wandb.Backend.ResumeAsync("agent", WandbFixture.Lease, Token)
        );

        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => agent.CompleteAsync(lease, RunOutcome.Finished("done"), Token));

        await _wandb.Backend.CompleteAsync(Assert.Single(resumed), RunOutcome.Killed("stopped"), Token);
        Assert.Equal("stopped", (await _wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.Outcome!.Message);
    }

    /// <summary>Another process whose call the server has answered when something else happens.</summary>
    private Agent.Wandb.WandbRunQueueBackend Another(string operation, Func<Task> meanwhile) =>
        _wandb.Another(options => _folder.Shared(options) with { Handler = new HeldAnswer(operation, meanwhile), Retries = 0 });

    private Task<RunQueueItem> PushAsync(Func<Task> meanwhile) =>
        Another("pushToRunQueueByName", meanwhile).PushAsync("gpu", WandbFixture.Job() with { Priority = JobPriority.High }, Token);

    private async Task StopDuringAsync(string operation, Func<Agent.Wandb.WandbRunQueueBackend, RunQueueLease, Task> call)
    {
        await _wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await _wandb.TakeAsync();
        var agent = Another(operation, () => _wandb.Backend.RequestStopAsync(lease.Item.Id, Token));

        await call(agent, lease);

        Assert.True((await _wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.StopRequested);
        Assert.Equal(RunQueueRenewal.StopWanted, (await agent.RenewAsync([lease], WandbFixture.Lease, Token))[lease.Item.Id]);
    }
}
