using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using Microsoft.Extensions.Time.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>What appears on the engine after the agent has looked, and what takes long: the agent's clock is the test's.</summary>
public sealed class LateContainerTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_whose_creation_was_under_way_when_the_agent_looked_is_removed()
    {
        await using var fixture = new AgentFixture { Time = _time };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Running }]);

        var late = fixture.Host.Add("created", LabelsOf(fixture, item.Id, "an earlier lease"));

        await PassUntilAsync(() => fixture.Host.Removed.Contains(late.Id));
        Assert.Equal([late.Id], fixture.Host.Removed);
        Assert.Single(fixture.Agent.Status.Jobs);
    }

    [Fact]
    public async Task A_container_that_begins_to_run_after_its_job_was_given_up_is_stopped_and_removed()
    {
        await using var fixture = new AgentFixture { Time = _time };
        fixture.Host.Starting = static async (_, token) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Starting }]);
        await PassUntilAsync(() => fixture.Agent.Status.EndedCount == 1);

        var late = fixture.Host.Add("running", LabelsOf(fixture, item.Id, "t"));

        await PassUntilAsync(() => fixture.Host.Removed.Contains(late.Id));
        Assert.True(late.Completion.IsCompleted);
        Assert.Single(fixture.Backend.Ends);
    }

    [Fact]
    public async Task A_step_that_takes_long_is_the_jobs_note_until_it_is_over()
    {
        await using var fixture = new AgentFixture { Time = _time };
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fixture.Host.Starting = (_, token) => go.Task.WaitAsync(token);
        await fixture.CreateQueueAsync();
        await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Starting }]);

        await PassUntilAsync(() => !fixture.Backend.Notes.IsEmpty);
        go.SetResult();
        await fixture.WaitAsync(static status => status.Jobs is [{ Step: JobStep.Running }]);
        await PassUntilAsync(() => fixture.Backend.Notes.Count == 2);

        Assert.Equal(["starts its container, since 2026-03-04 05:06:07Z", ""], fixture.Backend.Notes.Select(static note => note.Note));
    }

    private static Dictionary<string, string> LabelsOf(AgentFixture fixture, string item, string attempt) =>
        new(StringComparer.Ordinal)
        {
            [AgentLabels.Item] = item,
            [AgentLabels.Agent] = "a",
            [AgentLabels.Attempt] = attempt,
            [AgentLabels.Backend] = AgentLabels.BackendValue(fixture.Backend.Description),
        };

    private async Task PassUntilAsync(Func<bool> isReached)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (!isReached())
        {
            _time.Advance(Step);
            await Task.Delay(Breath, TimeProvider.System, deadline.Token);
        }
    }
}
