using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>What an agent does while, and after, the engine starts a container: the job may run already, and must not run twice.</summary>
public sealed class StartingContainerTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_that_is_started_after_all_is_taken_over()
    {
        await using var fixture = new AgentFixture();
        var (item, container) = await LeaveCreatedAsync(fixture);
        fixture.Host.Unstarted = static (_, _) => Task.FromResult(new UnstartedRemoval(IsRemoved: false));
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Running }]);

        container.End(7);

        Assert.Equal(7, (await fixture.WaitForEndAsync(item)).Outcome!.ExitCode);
        Assert.Empty(fixture.Backend.GivenBack);
        Assert.Empty(fixture.Host.Starts);
    }

    [Fact]
    public async Task A_container_that_ran_and_is_gone_gives_its_exit_code()
    {
        await using var fixture = new AgentFixture();
        var (item, _) = await LeaveCreatedAsync(fixture);
        fixture.Host.Unstarted = static (_, _) => Task.FromResult(new UnstartedRemoval(IsRemoved: true, RanWith: 3));
        fixture.Start();

        var outcome = (await fixture.WaitForEndAsync(item)).Outcome!;

        Assert.Equal((RunQueueItemState.Failed, 3), (outcome.State, outcome.ExitCode));
        Assert.Contains("ended with exit code 3 while no agent watched", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Backend.GivenBack);
    }

    [Fact]
    public async Task A_start_that_hangs_fails_its_job_and_holds_up_no_other()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { MaxJobs = 2, ContainerStartTimeout = TimeSpan.FromMilliseconds(500) };
        var (item, _) = await LeaveCreatedAsync(fixture);
        fixture.Host.Unstarted = static async (_, token) => await HangAsync<UnstartedRemoval>(token);
        fixture.Host.EndsAtOnce = true;
        var other = await fixture.PushAsync();
        fixture.Start();

        await fixture.WaitAsync(static status => status.EndedCount >= 2);

        Assert.Contains(
            "did not start within 0.5 s: the engine has not answered the start",
            (await fixture.Backend.FindItemAsync(item, Token))!.Outcome!.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(RunQueueItemState.Finished, (await fixture.Backend.FindItemAsync(other.Id, Token))!.State);
    }

    [Fact]
    public async Task A_job_whose_container_does_not_start_gives_its_slot_back_within_the_bound_of_a_start()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { ContainerStartTimeout = TimeSpan.FromMilliseconds(50) };
        fixture.Host.Starting = static (_, token) => HangAsync<bool>(token);
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();

        var outcome = (await fixture.WaitForEndAsync(item.Id)).Outcome!;

        Assert.Equal((RunQueueItemState.Failed, RunStage.Run), (outcome.State, outcome.Stage));
        Assert.Contains("raise --container-start-timeout", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drain_waits_for_a_start_that_hangs_no_longer_than_its_bound()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { ContainerStartTimeout = TimeSpan.FromSeconds(1) };
        fixture.Host.Starting = static (_, token) => HangAsync<bool>(token);
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Starting }]);

        await fixture.Agent.DrainAsync().WaitAsync(Minute, Token);

        Assert.Single(fixture.Backend.Ends);
    }

    [Fact]
    public async Task An_agent_that_lets_go_during_a_start_gives_the_job_to_nobody()
    {
        await using var fixture = new AgentFixture();
        fixture.Host.Starting = static (_, token) => HangAsync<bool>(token);
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Starting }]);

        await fixture.LeaveAsync();

        Assert.Empty(fixture.Backend.GivenBack);
        Assert.Empty(fixture.Backend.Ends);
    }

    [Fact]
    public async Task A_job_whose_agent_is_cancelled_during_a_start_is_killed_and_not_run_again()
    {
        await using var fixture = new AgentFixture();
        fixture.Host.Starting = static (_, token) => HangAsync<bool>(token);
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Starting }]);

        await fixture.Agent.CancelAsync();

        var ended = (await fixture.Backend.FindItemAsync(item.Id, Token))!;
        Assert.Equal(RunQueueItemState.Killed, ended.State);
        Assert.EndsWith("while its container was being started", ended.Outcome!.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Backend.GivenBack);
    }

    [Theory]
    [InlineData(65_535, false)]
    [InlineData(65_536, true)]
    public async Task An_argument_that_Linux_cannot_pass_is_refused_before_anything(int length, bool isRefused)
    {
        // Two bytes a character: what is longer in characters is no job at all.
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync(
            $$"""{"docker":{"docker_image":"busybox"},"overrides":{"args":["echo","{{new string('é', length)}}"]} }"""
        );
        fixture.Start();

        var outcome = (await fixture.WaitForEndAsync(item.Id)).Outcome!;

        Assert.Equal(isRefused, outcome.State == RunQueueItemState.Failed);
        Assert.Equal(isRefused ? 0 : 1, fixture.Host.Starts.Count);
        Assert.Equal(
            isRefused,
            outcome.Message
                == "argument 2 of the program has 131072 bytes, and Linux passes 131071 at most: put the text into a file and name the file"
        );
    }

    private static async Task<T> HangAsync<T>(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException();
    }

    // An acknowledged job of an agent that died, with a container that the engine calls created.
    private static async Task<(string Item, FakeContainer Container)> LeaveCreatedAsync(AgentFixture fixture)
    {
        await fixture.CreateQueueAsync();
        var item = (await fixture.PushAsync()).Id;
        var lease = (await fixture.Backend.PopAsync(AgentFixture.Queue, "a", Minute, Token))!;
        await fixture.Backend.AcknowledgeAsync(lease, "run", Token);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AgentLabels.Item] = item,
            [AgentLabels.Agent] = "a",
            [AgentLabels.Attempt] = lease.Token,
            [AgentLabels.Backend] = AgentLabels.BackendValue(fixture.Backend.Description),
        };
        return (item, fixture.Host.Add("created", labels));
    }
}
