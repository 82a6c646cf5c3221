using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using LaunchSdk.Docker.Tests.Reliability;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>dockerd goes away under a living agent, and comes back.</summary>
[Trait("Category", "Slow")]
public sealed class EngineRestartTests
{
    private const string Script =
        "echo ran >> /out/runs; touch /out/begun; trap 'exit 9' TERM; until [ -e /out/go ]; do sleep 0.05; done; exit 7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = PrivateEngine.SkipReason, SkipUnless = nameof(PrivateEngine.CanStart), SkipType = typeof(PrivateEngine))]
    public async Task With_live_restore_a_job_outlives_its_engine_and_is_reported_once()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: true, Token);
        await using var agents = new EngineAgent(engine.Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        var agent = agents.Create(agents.Options with { Once = true });
        var running = agent.RunAsync(Token);
        await agents.WaitForFileAsync("begun");
        await agent.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await engine.StopAsync();
        await engine.StartAgainAsync(Token);
        agents.Go();
        await running;

        var ended = await agents.ItemAsync(item);
        Assert.Equal((7, 1), (ended.Outcome!.ExitCode, ended.Attempt));
        Assert.Equal(1, agents.Runs);
        Assert.Empty(await agents.ContainersAsync());
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipUnless = nameof(PrivateEngine.CanStart), SkipType = typeof(PrivateEngine))]
    public async Task Without_live_restore_the_engine_ends_the_job_and_that_is_reported_once()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var agents = new EngineAgent(engine.Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        var agent = agents.Create(agents.Options with { Once = true });
        var running = agent.RunAsync(Token);
        await agents.WaitForFileAsync("begun");
        await agent.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await engine.StopAsync();
        await engine.StartAgainAsync(Token);
        await running;

        var ended = await agents.ItemAsync(item);
        Assert.Equal((RunQueueItemState.Failed, 9, 1), (ended.State, ended.Outcome!.ExitCode, ended.Attempt));
        Assert.Equal(1, agents.Runs);
        Assert.Empty(await agents.ContainersAsync());
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipUnless = nameof(PrivateEngine.CanStart), SkipType = typeof(PrivateEngine))]
    public async Task Jobs_wait_while_the_engine_is_gone_and_none_fails()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var agents = new EngineAgent(engine.Host);
        await agents.CreateQueueAsync();
        agents.Go();
        var agent = agents.Create(agents.Options);
        var running = agent.RunAsync(Token);
        await agent.WaitAsync(status => status.Phase == AgentPhase.Working);

        await engine.StopAsync();
        var item = await agents.PushAsync("exit 0");
        await agent.WaitAsync(status => status.EngineProblem is not null);
        await engine.StartAgainAsync(Token);
        await agent.WaitAsync(status => status.EndedCount == 1);

        await agent.DrainAsync();
        await running;
        Assert.Equal(RunQueueItemState.Finished, (await agents.ItemAsync(item)).State);
    }
}
