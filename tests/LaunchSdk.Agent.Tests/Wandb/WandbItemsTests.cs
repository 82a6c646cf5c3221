using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbItemsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_goes_from_the_queue_to_its_end()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var item = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        wandb.State.Runs.Add(new Emulator.EmulatedRun { Id = "R1", Name = "run1" });
        await wandb.Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
        await wandb.Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token);

        var ended = await wandb.Backend.FindItemAsync(item.Id, Token);
        Assert.Equal((RunQueueItemState.Finished, "run1", 1, "agent"), (ended!.State, ended.RunId, ended.Attempt, ended.Agent));
        Assert.Equal("busybox", lease.Item.Job.Docker!.DockerImage);
        Assert.Null(wandb.State.Item(item.Id).Warning);
        Assert.Null(lease.Item.Job.ResourceArgs);
    }

    [Fact]
    public async Task A_failure_has_its_message_stage_and_last_lines()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();

        await wandb.Backend.CompleteAsync(lease, RunOutcome.Failed(RunStage.Build, "no space left") with { LogTail = ["a", "b"] }, Token);

        var item = wandb.State.Item(lease.Item.Id);
        Assert.Equal(("FAILED", "no space left\na\nb", "build"), (item.State, item.Message, item.Stage));
    }

    [Fact]
    public async Task An_end_without_a_run_is_a_warning()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);

        await wandb.Backend.CompleteAsync(lease, RunOutcome.Finished("ended with exit code 0"), Token);

        Assert.Contains("wandb.init()", wandb.State.Item(lease.Item.Id).Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Priorities_come_first_and_equals_in_their_order()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync(hasPriorities: true);
        foreach (var priority in new[] { JobPriority.Low, JobPriority.High, JobPriority.Critical, JobPriority.High })
        {
            await wandb.Backend.PushAsync("gpu", WandbFixture.Job() with { Priority = priority }, Token);
        }

        var order = new List<JobPriority>();
        while (await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token) is { } lease)
        {
            order.Add(lease.Item.Priority);
        }

        Assert.Equal([JobPriority.Critical, JobPriority.High, JobPriority.High, JobPriority.Low], order);
    }

    [Fact]
    public async Task An_item_that_was_not_acknowledged_in_time_is_another_agents()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var first = await wandb.TakeAsync();
        var other = wandb.Another();

        wandb.Time.Advance(TimeSpan.FromMinutes(2));
        var second = await other.PopAsync("gpu", "other", WandbFixture.Lease, Token);
        await other.AcknowledgeAsync(second!, "run2", Token);

        Assert.Equal(first.Item.Id, second!.Item.Id);
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => wandb.Backend.AcknowledgeAsync(first, "run1", Token));
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => wandb.Backend.CompleteAsync(first, RunOutcome.Finished("done"), Token));
    }

    [Fact]
    public async Task A_stopped_run_is_told_at_renewal()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        wandb.State.Runs.Add(new Emulator.EmulatedRun { Id = "R1", Name = "run1" });

        var before = await wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token);
        wandb.State.Runs[0].Stopped = true;
        var after = await wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token);

        Assert.Equal((RunQueueRenewal.Kept, RunQueueRenewal.StopWanted), (before[lease.Item.Id], after[lease.Item.Id]));
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_here_stops_the_run_there()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        wandb.State.Runs.Add(new Emulator.EmulatedRun { Id = "R1", Name = "run1" });

        await wandb.Backend.RequestStopAsync(lease.Item.Id, Token);

        Assert.True(wandb.State.Runs[0].Stopped);
        Assert.Equal(RunQueueRenewal.StopWanted, (await wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token))[lease.Item.Id]);
    }

    [Fact]
    public async Task An_item_that_was_removed_is_lost_at_renewal()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();

        wandb.State.Queues[0].Items.Clear();

        Assert.Equal(RunQueueRenewal.Lost, (await wandb.Backend.RenewAsync([lease], WandbFixture.Lease, Token))[lease.Item.Id]);
    }

    [Fact]
    public async Task A_waiting_item_is_killed_at_once()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var item = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        await wandb.Backend.RequestStopAsync(item.Id, Token);

        Assert.Equal(RunQueueItemState.Killed, (await wandb.Backend.FindItemAsync(item.Id, Token))!.State);
        Assert.Null(await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token));
    }

    [Fact]
    public async Task A_running_item_that_is_given_back_waits_under_a_new_id()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);

        await wandb.Backend.GiveBackAsync(lease, Token);

        var again = await wandb.TakeAsync();
        Assert.NotEqual(lease.Item.Id, again.Item.Id);
        Assert.Equal(lease.Item.Job, again.Item.Job);
        Assert.Single(wandb.State.Queues[0].Items);
    }

    [Fact]
    public async Task A_running_item_that_is_given_back_after_its_stop_was_asked_for_waits_no_more()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);
        await wandb.Backend.RequestStopAsync(lease.Item.Id, Token);

        await wandb.Backend.GiveBackAsync(lease, Token);
        await wandb.Backend.GiveBackAsync(lease, Token);

        Assert.Equal(RunQueueItemState.Killed, (await wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
        Assert.Empty(wandb.State.Queues[0].Items);
        Assert.Equal(1, wandb.Server.Count("pushToRunQueueByName"));
    }

    [Fact]
    public async Task A_restarted_agent_gets_what_it_owes_and_nothing_that_went_back()
    {
        using var folder = new OwnFolder();
        await using var wandb = await WandbFixture.StartAsync(folder.Shared);
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var runs = await wandb.TakeAsync();
        await wandb.Backend.AcknowledgeAsync(runs, "run1", Token);
        await wandb.TakeAsync();
        wandb.Time.Advance(TimeSpan.FromMinutes(2));

        var owed = await wandb.Another(folder.Shared).ResumeAsync("agent", WandbFixture.Lease, Token);

        var lease = Assert.Single(owed);
        Assert.Equal((runs.Item.Id, RunQueueItemState.Running, "run1"), (lease.Item.Id, lease.Item.State, lease.Item.RunId));
        Assert.Equal(runs.Queue.Config, lease.Queue.Config);
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => wandb.Backend.CompleteAsync(runs, RunOutcome.Finished("done"), Token));
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_fails_and_the_next_one_is_taken()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var bad = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var good = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        wandb.State.Item(bad.Id).RunSpec = """{"resource": "kubernetes"}""";

        var lease = await wandb.TakeAsync();

        Assert.Equal(good.Id, lease.Item.Id);
        Assert.Equal(("FAILED", "agent"), (wandb.State.Item(bad.Id).State, wandb.State.Item(bad.Id).Stage));
    }

    [Fact]
    public async Task What_a_job_sets_is_told_from_what_its_queue_sets()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync(options: """{"memory": "8g", "gpus": "all"}""");
        await wandb.Backend.PushAsync(
            "gpu",
            WandbFixture.Job("""{"docker": {"docker_image": "busybox"}, "resource_args": {"local-container": {"memory": "64g"}}}"""),
            Token
        );

        var lease = await wandb.TakeAsync();

        Assert.Equal(["memory"], lease.Item.Job.ResourceArgs!.LocalContainer!.Settings.Select(setting => setting.Name));
        Assert.Equal("8g", lease.Queue.Config.Settings[0].Text);
    }

    [Fact]
    public async Task Values_of_template_variables_are_values_again()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync(
            options: """{"memory": "{{size}}", "cpus": "2"}""",
            variables: """{"size": {"schema": {"type": "string"}}}"""
        );
        await wandb.Backend.PushAsync(
            "gpu",
            WandbFixture.Job("""{"docker": {"docker_image": "busybox"}, "template_variables": {"size": "16g"}}"""),
            Token
        );

        var lease = await wandb.TakeAsync();

        Assert.Null(lease.Item.Job.ResourceArgs);
        Assert.Equal("16g", lease.Item.Job.TemplateVariables!["size"].Text);
    }

    [Fact]
    public async Task The_operators_own_definition_is_the_trusted_one()
    {
        await using var wandb = await WandbFixture.StartAsync(options =>
            options with
            {
                TrustedQueues = new Dictionary<string, DockerQueue> { ["gpu"] = DockerQueue.Create("gpu", queue => queue.Memory("1g")) },
            }
        );
        await wandb.QueueAsync(options: """{"memory": "8g", "privileged": true}""");
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        Assert.Equal(["memory"], (await wandb.TakeAsync()).Queue.Config.Settings.Select(setting => setting.Name));
    }

    [Fact]
    public async Task Items_are_listed_newest_first_and_those_of_others_too()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var first = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        wandb.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var foreign = await wandb.Another().PushAsync("gpu", WandbFixture.Job(), Token);

        var items = await wandb.Backend.ListItemsAsync(new RunQueueItemFilter { Queue = "gpu" }, Token);

        Assert.Equal([second.Id, first.Id, foreign.Id], items.Select(item => item.Id));
        Assert.Empty(await wandb.Backend.ListItemsAsync(new RunQueueItemFilter { States = [RunQueueItemState.Failed] }, Token));
        Assert.Equal(foreign.Id, (await wandb.Backend.FindItemAsync(foreign.Id, Token))!.Id);
    }

    [Fact]
    public async Task Items_behind_those_that_the_server_lists_wait_as_they_did()
    {
        const int Jobs = 102;
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        for (var i = 0; i < Jobs; i++)
        {
            await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        }

        var items = await wandb.Backend.ListItemsAsync(new RunQueueItemFilter { Limit = 2 * Jobs }, Token);

        Assert.Equal(Jobs, items.Count(item => item.State == RunQueueItemState.Queued));
    }
}
