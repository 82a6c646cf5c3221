using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Tests.Agents;

public sealed class LaunchAgentTests
{
    [Fact]
    public async Task A_job_runs_to_its_end_and_its_container_is_removed_after_the_report()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();

        var ended = await fixture.WaitForEndAsync(item.Id);

        Assert.Equal(RunQueueItemState.Finished, ended.State);
        Assert.Equal(0, ended.Outcome!.ExitCode);
        Assert.Single(fixture.Host.Removed);
    }

    [Fact]
    public async Task Without_rm_the_container_is_kept()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync("network: none");
        var item = await fixture.PushAsync();
        fixture.Start();

        await fixture.WaitForEndAsync(item.Id);

        Assert.Empty(fixture.Host.Removed);
    }

    [Fact]
    public async Task A_container_carries_the_labels_by_which_it_is_found_again()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();

        await fixture.WaitForEndAsync(item.Id);

        var labels = Assert.Single(fixture.Host.Starts).Labels;
        Assert.Equal(item.Id, labels[AgentLabels.Item]);
        Assert.Equal("a", labels[AgentLabels.Agent]);
        Assert.Equal("q", labels[AgentLabels.Queue]);
        Assert.Equal("true", labels[AgentLabels.Remove]);
        Assert.NotEmpty(labels[AgentLabels.Attempt]);
    }

    [Fact]
    public async Task Arguments_entry_point_and_working_directory_of_the_override_reach_the_container()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync(
            """{"docker":{"docker_image":"busybox"},"overrides":{"args":["--lr",0.1],"entry_point":["python","train.py"],"working_dir":"/src"}}"""
        );
        fixture.Start();

        await fixture.WaitForEndAsync(item.Id);

        var start = Assert.Single(fixture.Host.Starts);
        Assert.Equal(["python", "train.py"], start.EntryPoint);
        Assert.Equal(["--lr", "0.1"], start.Command.Command);
        Assert.Equal("/src", start.WorkingDirectory);
    }

    [Fact]
    public async Task A_container_gets_the_variables_that_the_client_of_the_server_reads_and_the_operators()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with
        {
            JobEnvironment = new Dictionary<string, string> { ["HF_TOKEN"] = "t0ken" },
            Wandb = new WandbOptions { Entity = "team", ApiKey = "s3cr3t-key" },
        };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync("""{"docker":{"docker_image":"busybox"},"name":"n","overrides":{"run_config":{"lr":0.1}} }""");
        fixture.Start();

        var ended = await fixture.WaitForEndAsync(item.Id);

        var start = Assert.Single(fixture.Host.Starts);
        var variables = start.Environment.ToDictionary();
        Assert.Equal(
            ("True", "n", ended.RunId, "{\"lr\":0.1}"),
            (variables["WANDB_LAUNCH"], variables["WANDB_NAME"], variables["WANDB_RUN_ID"], variables["WANDB_CONFIG"])
        );
        Assert.Equal(
            ("s3cr3t-key", "t0ken", "q"),
            (variables["WANDB_API_KEY"], variables["HF_TOKEN"], variables["WANDB_LAUNCH_QUEUE_NAME"])
        );
        Assert.Equal(["s3cr3t-key", "t0ken"], start.Secrets.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_job_that_fails_tells_its_exit_code_and_where_its_output_is()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        fixture.Host.Containers[running.Jobs[0].ContainerId!].End(137);

        var outcome = (await fixture.WaitForEndAsync(item.Id)).Outcome!;
        Assert.Equal((RunQueueItemState.Failed, RunStage.Run, 137), (outcome.State, outcome.Stage!.Value, outcome.ExitCode!.Value));
        Assert.StartsWith("ended with exit code 137 (SIGKILL): something outside killed it", outcome.Message, StringComparison.Ordinal);
        Assert.Contains($"{item.Id}.log on ", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_max_jobs_run_at_a_time_and_queues_take_turns()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { MaxJobs = 2, Queues = ["q", "r"] };
        await fixture.CreateQueueAsync();
        await fixture.CreateQueueAsync(name: "r");
        await fixture.PushAsync();
        await fixture.PushAsync();
        await fixture.PushAsync(queue: "r");
        fixture.Start();

        var status = await fixture.WaitAsync(status => status.Jobs.Count(job => job.Step == JobStep.Running) == 2);

        Assert.Equal(["q", "r"], status.Jobs.Select(job => job.Queue).Order());
        Assert.Equal(2, fixture.Host.Starts.Count);
    }

    [Fact]
    public async Task Minus_one_is_no_limit()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { MaxJobs = LaunchAgentOptions.NoLimit };
        await fixture.CreateQueueAsync();
        for (var i = 0; i < 20; i++)
        {
            await fixture.PushAsync();
        }

        fixture.Start();

        await fixture.WaitAsync(status => status.Jobs.Count(job => job.Step == JobStep.Running) == 20);
    }

    [Fact]
    public async Task A_job_whose_stop_is_wanted_gets_its_grace_and_is_killed()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { StoppedRunTimeout = TimeSpan.FromSeconds(7) };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        var container = fixture.Host.Containers[running.Jobs[0].ContainerId!];

        await fixture.Backend.RequestStopAsync(item.Id, TestContext.Current.CancellationToken);

        Assert.Equal(RunQueueItemState.Killed, (await fixture.WaitForEndAsync(item.Id)).State);
        Assert.Equal(TimeSpan.FromSeconds(7), container.StopTimeout);
    }

    [Fact]
    public async Task A_stop_before_the_container_ends_the_job_too()
    {
        await using var fixture = new AgentFixture();
        fixture.Images.Preparing = static async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.PreparingImage }]);

        await fixture.Backend.RequestStopAsync(item.Id, TestContext.Current.CancellationToken);

        var ended = await fixture.WaitForEndAsync(item.Id);
        Assert.Equal("stopped as asked, before its container was started", ended.Outcome!.Message);
        Assert.Empty(fixture.Host.Starts);
    }

    [Fact]
    public async Task A_job_that_does_not_start_in_time_fails()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { StartTimeout = TimeSpan.FromMilliseconds(50) };
        fixture.Images.Preparing = static async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();

        var outcome = (await fixture.WaitForEndAsync(item.Id)).Outcome!;

        Assert.Equal(RunQueueItemState.Failed, outcome.State);
        Assert.Contains("did not start within 0.05 s (it gets its image)", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_was_taken_away_is_stopped_and_not_reported()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync("network: none");
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        fixture.Backend.TakeAway(item.Id);

        await fixture.WaitAsync(status => status.Jobs.Count == 0);
        Assert.Empty(fixture.Backend.Ends);
        Assert.Single(fixture.Host.Removed);
    }

    [Fact]
    public async Task An_agent_that_comes_back_to_a_job_that_was_taken_away_stops_it_and_removes_its_container()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync("network: none");
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        fixture.Backend.Failure = new RunQueueUnavailableException("the database is gone");
        fixture.Backend.Wake();
        await fixture.WaitAsync(status => status.BackendProblem is not null);

        fixture.Backend.TakeAway(item.Id);
        fixture.Backend.Failure = null;
        fixture.Backend.Wake();

        await fixture.WaitAsync(status => status.Jobs.Count == 0);
        Assert.Empty(fixture.Backend.Ends);
        Assert.Single(fixture.Host.Removed);
    }

    [Fact]
    public async Task A_job_that_is_taken_away_and_comes_to_the_same_agent_begins_when_its_first_container_is_gone()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { MaxJobs = 2, Once = true };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        var removedBefore = -1;
        fixture.Images.Preparing = (job, _) =>
        {
            fixture.Host.EndsAtOnce = job.Job.Lease.Item.Attempt > 1;
            removedBefore = job.Job.Lease.Item.Attempt > 1 ? fixture.Host.Removed.Count : removedBefore;
            return Task.FromResult(new Jobs.JobImage(job.Run.Request.Image!));
        };
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await fixture.Backend.RequeueAsync(item.Id, RunQueueTakeover.FromAnyAgent, TestContext.Current.CancellationToken);
        await fixture.WhenOverAsync();

        Assert.Equal(1, removedBefore);
        Assert.Equal(
            (item.Id, RunQueueItemState.Finished),
            Assert.Single(fixture.Backend.Ends) is var end ? (end.Item, end.Outcome.State) : default
        );
        Assert.Equal(2, fixture.Host.Removed.Count);
    }

    [Fact]
    public async Task A_job_that_cannot_be_let_go_of_does_not_keep_its_slot()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { Once = true };
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        var second = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        var container = fixture.Host.Containers[running.Jobs[0].ContainerId!];
        container.DisposeFailure = new InvalidOperationException("it cannot be let go of");
        fixture.Host.EndsAtOnce = true;

        container.End(0);
        await fixture.WhenOverAsync();

        Assert.Contains(fixture.Backend.Ends, end => end.Item == second.Id);
    }

    [Fact]
    public async Task Draining_lets_jobs_end_and_takes_no_more()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        var drained = fixture.Agent.DrainAsync();
        fixture.Host.Containers[running.Jobs[0].ContainerId!].End(0);
        await drained;

        Assert.Single(fixture.Backend.Ends);
        Assert.Single(fixture.Host.Starts);
        Assert.Equal(AgentPhase.Ended, fixture.Agent.Status.Phase);
    }

    [Fact]
    public async Task Cancelling_stops_jobs_and_reports_them()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await fixture.Agent.CancelAsync();

        var ended = await fixture.Backend.FindItemAsync(item.Id, TestContext.Current.CancellationToken);
        Assert.Equal(RunQueueItemState.Killed, ended!.State);
        Assert.StartsWith("stopped because the agent a was cancelled", ended.Outcome!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_gives_a_job_without_a_container_back()
    {
        await using var fixture = new AgentFixture();
        fixture.Images.Preparing = static async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.PreparingImage }]);

        await fixture.Agent.CancelAsync();

        Assert.Equal([item.Id], fixture.Backend.GivenBack);
        Assert.Empty(fixture.Backend.Ends);
    }

    [Fact]
    public async Task Once_ends_when_nothing_waits_any_more()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with { Once = true };
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        await fixture.PushAsync();

        fixture.Start();
        await fixture.WhenOverAsync();

        Assert.Equal(2, fixture.Backend.Ends.Count);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_yet_is_said_and_waited_for()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Start();
        var without = await fixture.WaitAsync(status => status.Queues[0].Problem is not null);

        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();

        await fixture.WaitForEndAsync(item.Id);
        Assert.Equal("there is no queue 'q'", without.Queues[0].Problem);
        Assert.False(without.IsReady);
        Assert.True(fixture.Agent.Status.IsReady);
    }

    [Fact]
    public async Task A_second_agent_of_the_same_name_is_refused()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Phase == AgentPhase.Working);
        var second = new LaunchAgent(fixture.Options, fixture.Backend, new LaunchDocker());

        var refused = await Assert.ThrowsAsync<AgentNameInUseException>(() => second.RunAsync(TestContext.Current.CancellationToken));

        Assert.Contains("an agent named 'a' runs on this machine already", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_jobs_and_two_agents_none_is_lost_and_none_runs_twice()
    {
        const int Jobs = 10_000;
        await using var first = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await using var second = new AgentFixture
        {
            Host = new FakeHost { EndsAtOnce = true },
            Backend = first.Backend,
        };
        first.Options = first.Options with { MaxJobs = 8 };
        second.Options = second.Options with { MaxJobs = 8, Name = "b" };
        await first.CreateQueueAsync();
        for (var i = 0; i < Jobs; i++)
        {
            await first.PushAsync();
        }

        first.Options = first.Options with { Once = true };
        second.Options = second.Options with { Once = true };
        first.Start();
        second.Start();
        await first.WhenOverAsync();
        await second.WhenOverAsync();

        Assert.Equal(Jobs, first.Host.Starts.Count + second.Host.Starts.Count);
        Assert.Equal(Jobs, first.Backend.Ends.Select(end => end.Item).Distinct().Count());
        Assert.Equal(Jobs, first.Backend.Ends.Count);
    }
}
