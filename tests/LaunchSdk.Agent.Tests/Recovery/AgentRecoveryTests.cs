using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>What an agent does with each thing that one of its name may have left.</summary>
public sealed class AgentRecoveryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_was_taken_and_not_acknowledged_is_given_back_and_run()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        var item = await LeaveBehindAsync(fixture, acknowledged: false);

        fixture.Start();

        Assert.Equal(RunQueueItemState.Finished, (await fixture.WaitForEndAsync(item)).State);
        Assert.Equal([item], fixture.Backend.GivenBack);
    }

    [Fact]
    public async Task An_acknowledged_job_without_a_container_is_given_back()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        var item = await LeaveBehindAsync(fixture, acknowledged: true);

        fixture.Start();

        await fixture.WaitForEndAsync(item);
        Assert.Equal([item], fixture.Backend.GivenBack);
    }

    [Fact]
    public async Task A_container_that_was_never_started_is_removed_and_its_job_given_back()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        var item = await LeaveBehindAsync(fixture, acknowledged: true);
        var created = fixture.Host.Add("created", LabelsOf(item));

        fixture.Start();

        await fixture.WaitForEndAsync(item);
        Assert.Equal([item], fixture.Backend.GivenBack);
        Assert.Contains(created.Id, fixture.Host.Removed);
    }

    [Fact]
    public async Task A_running_container_is_taken_over()
    {
        await using var fixture = new AgentFixture();
        var item = await LeaveBehindAsync(fixture, acknowledged: true);
        var container = fixture.Host.Add("running", LabelsOf(item));
        fixture.Start();
        var status = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        container.End(5);

        Assert.Equal(5, (await fixture.WaitForEndAsync(item)).Outcome!.ExitCode);
        Assert.True(status.Jobs[0].WasAdopted);
        Assert.Empty(fixture.Host.Starts);
        Assert.Empty(fixture.Backend.GivenBack);
    }

    [Fact]
    public async Task A_container_that_ended_meanwhile_is_reported_and_removed()
    {
        await using var fixture = new AgentFixture();
        var item = await LeaveBehindAsync(fixture, acknowledged: true);
        var container = fixture.Host.Add("running", LabelsOf(item));
        container.End(9);

        fixture.Start();

        Assert.Equal(9, (await fixture.WaitForEndAsync(item)).Outcome!.ExitCode);
        Assert.Equal([container.Id], fixture.Host.Removed);
    }

    [Fact]
    public async Task A_container_whose_job_has_ended_is_removed()
    {
        await using var fixture = new AgentFixture();
        var item = await LeaveBehindAsync(fixture, acknowledged: true, ended: true);
        var container = fixture.Host.Add("running", LabelsOf(item));
        container.End(0);

        fixture.Start();

        await fixture.WaitAsync(status => status.Phase == AgentPhase.Working);
        Assert.Equal([container.Id], fixture.Host.Removed);
        Assert.Single(fixture.Backend.Ends);
    }

    [Fact]
    public async Task A_container_that_was_to_be_kept_is_kept()
    {
        await using var fixture = new AgentFixture();
        var item = await LeaveBehindAsync(fixture, acknowledged: true, ended: true);
        var labels = LabelsOf(item);
        labels.Remove(AgentLabels.Remove);
        fixture.Host.Add("running", labels).End(0);

        fixture.Start();

        await fixture.WaitAsync(status => status.Phase == AgentPhase.Working);
        Assert.Empty(fixture.Host.Removed);
    }

    [Fact]
    public async Task Containers_of_other_agents_other_backends_and_unknown_jobs_are_left()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        fixture.Host.Add("running", LabelsOf("1", agent: "b"));
        fixture.Host.Add("running", LabelsOf("1", backend: "another"));
        fixture.Host.Add("running", LabelsOf("77"));

        fixture.Start();

        await fixture.WaitAsync(status => status.Phase == AgentPhase.Working);
        Assert.Equal(3, fixture.Host.Containers.Count);
        Assert.Empty(fixture.Host.Removed);
    }

    [Fact]
    public async Task Of_two_containers_of_a_job_one_is_kept()
    {
        await using var fixture = new AgentFixture();
        var item = await LeaveBehindAsync(fixture, acknowledged: true);
        fixture.Host.Add("running", LabelsOf(item));
        fixture.Host.Add("running", LabelsOf(item));

        fixture.Start();

        await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        Assert.Single(fixture.Host.Containers);
    }

    [Fact]
    public async Task The_GPUs_of_a_job_that_was_taken_over_are_not_given_to_another()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { GpuDevices = ["0", "1"], MaxJobs = 2 };
        var item = await LeaveBehindAsync(fixture, acknowledged: true, queue: "gpus: 1");
        var labels = LabelsOf(item);
        labels[AgentLabels.Gpus] = "0";
        fixture.Host.Add("running", labels);
        await fixture.PushAsync();

        fixture.Start();

        var status = await fixture.WaitAsync(status => status.Jobs.Count(job => job.Step == JobStep.Running) == 2);
        Assert.Equal([item, "2"], status.Gpus.Select(gpu => gpu.ItemId));
        Assert.Equal(["1"], Assert.Single(fixture.Host.Starts).Gpus);
    }

    [Fact]
    public async Task An_agent_that_is_told_to_let_go_leaves_its_containers_to_the_next_one()
    {
        await using var first = new AgentFixture();
        await first.CreateQueueAsync();
        var item = await first.PushAsync();
        first.Start();
        var running = await first.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        await first.LeaveAsync();
        await using var second = new AgentFixture { Backend = first.Backend, Host = first.Host };
        second.Start();
        await second.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        second.Host.Containers[running.Jobs[0].ContainerId!].End(0);

        Assert.Equal(RunQueueItemState.Finished, (await second.WaitForEndAsync(item.Id)).State);
        Assert.Single(second.Host.Starts);
    }

    private static Dictionary<string, string> LabelsOf(string item, string agent = "a", string backend = "memory") =>
        new(StringComparer.Ordinal)
        {
            [AgentLabels.Item] = item,
            [AgentLabels.Agent] = agent,
            [AgentLabels.Backend] = AgentLabels.BackendValue(backend),
            [AgentLabels.Queue] = AgentFixture.Queue,
            [AgentLabels.Remove] = "true",
        };

    // What an agent did before it was killed.
    private static async Task<string> LeaveBehindAsync(
        AgentFixture fixture,
        bool acknowledged,
        bool ended = false,
        string queue = "rm: true"
    )
    {
        await fixture.CreateQueueAsync(queue);
        await fixture.PushAsync();
        var lease = (await fixture.Backend.PopAsync(AgentFixture.Queue, "a", Minute, Token))!;
        if (acknowledged)
        {
            await fixture.Backend.AcknowledgeAsync(lease, "run", Token);
        }

        if (ended)
        {
            await fixture.Backend.CompleteAsync(lease, RunOutcome.Finished("ended with exit code 0"), Token);
        }

        return lease.Item.Id;
    }
}
