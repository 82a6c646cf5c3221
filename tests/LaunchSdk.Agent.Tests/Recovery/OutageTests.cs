using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>The backend or the engine goes away and comes back while the agent lives.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task A_job_that_ends_while_the_backend_is_gone_is_reported_when_it_is_back_and_its_container_is_kept_until_then()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        fixture.Backend.Failure = new RunQueueUnavailableException("the database is gone");
        fixture.Host.Containers[running.Jobs[0].ContainerId!].End(3);
        var away = await fixture.WaitAsync(status => status is { BackendProblem: not null, Jobs: [{ Step: JobStep.Reporting }] });
        var removedMeanwhile = fixture.Host.Removed.Count;
        fixture.Backend.Failure = null;

        Assert.Equal(3, (await fixture.WaitForEndAsync(item.Id)).Outcome!.ExitCode);
        Assert.Equal("the database is gone", away.BackendProblem);
        Assert.Equal(0, removedMeanwhile);
        Assert.Single(fixture.Backend.Ends);
    }

    [Fact]
    public async Task A_refused_key_does_not_end_the_agent_or_its_jobs()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        fixture.Backend.Failure = new RunQueueDeniedException("the key has expired");
        fixture.Host.Containers[running.Jobs[0].ContainerId!].End(0);
        await fixture.WaitAsync(status => status.BackendProblem == "the key has expired");
        fixture.Backend.Failure = null;

        Assert.Equal(RunQueueItemState.Finished, (await fixture.WaitForEndAsync(item.Id)).State);
    }

    [Fact]
    public async Task An_agent_that_is_started_while_the_backend_is_gone_waits_for_it()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Backend.Failure = new RunQueueUnavailableException("the database is gone");
        fixture.Start();
        await fixture.WaitAsync(status => status.BackendProblem is not null);

        fixture.Backend.Failure = null;

        await fixture.WaitForEndAsync(item.Id);
    }

    [Fact]
    public async Task A_job_whose_engine_is_gone_before_the_start_goes_back_and_runs_when_it_is_there_again()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        await fixture.CreateQueueAsync();
        fixture.Images.Preparing = (job, _) =>
        {
            fixture.Images.Preparing = null;
            fixture.Host.Failure = new DockerEngineUnavailableException("unix:///gone", "connection refused", null);
            return Task.FromResult(new Jobs.JobImage(job.Run.Request.Image!));
        };
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.EngineProblem is not null);

        fixture.Host.Failure = null;

        await fixture.WaitForEndAsync(item.Id);
        Assert.Equal([item.Id], fixture.Backend.GivenBack);
        Assert.Single(fixture.Host.Starts);
    }

    [Fact]
    public async Task A_container_that_was_started_although_the_answer_was_lost_is_taken_over()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        fixture.Host.StartFailure = new DockerEngineUnavailableException("unix:///gone", "the connection broke", null);
        fixture.Images.Preparing = (job, _) =>
        {
            fixture.Host.Add(
                "running",
                new Dictionary<string, string>
                {
                    [AgentLabels.Agent] = "a",
                    [AgentLabels.Backend] = AgentLabels.BackendValue("memory"),
                    [AgentLabels.Item] = job.Job.ItemId,
                    [AgentLabels.Remove] = "true",
                }
            );
            return Task.FromResult(new Jobs.JobImage(job.Run.Request.Image!));
        };
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        fixture.Host.Containers[running.Jobs[0].ContainerId!].End(0);

        Assert.Equal(RunQueueItemState.Finished, (await fixture.WaitForEndAsync(item.Id)).State);
        Assert.Empty(fixture.Backend.GivenBack);
    }

    [Fact]
    public async Task A_running_job_whose_engine_was_given_up_is_found_again()
    {
        await using var fixture = new AgentFixture();
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        var running = await fixture.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);
        var lost = fixture.Host.Containers[running.Jobs[0].ContainerId!];
        var found = new FakeContainer(lost.Id, "running", lost.Labels);
        fixture.Host.Containers[lost.Id] = found;

        lost.Lose(new DockerEngineUnavailableException("unix:///gone", "it did not come back in 5 minutes", null));
        found.End(4);

        Assert.Equal(4, (await fixture.WaitForEndAsync(item.Id)).Outcome!.ExitCode);
    }
}
