using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker.Tests.Reliability;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>
/// kill -9 of an agent's process while the engine starts its job's container: a slow OCI runtime makes that moment long, and each round
/// kills at another point of it.
/// </summary>
[Trait("Category", "Slow")]
public sealed class StartWindowTests
{
    // A third of the rounds where time is short; the moments are spread over the same window.
    private static readonly int Rounds = Environment.GetEnvironmentVariable("CI") == "true" ? 10 : 30;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Skip = PrivateEngine.SkipReason, SkipUnless = nameof(PrivateEngine.CanStart), SkipType = typeof(PrivateEngine))]
    [InlineData("echo ran >> /out/runs; until [ -e /out/go ]; do sleep 0.05; done; exit 7")]
    [InlineData("echo ran >> /out/runs; exit 7")]
    public async Task A_job_whose_agent_is_killed_while_its_container_is_started_runs_once(string script)
    {
        await using var engine = await PrivateEngine.StartWithSlowRuntimeAsync("sleep 1", Token);
        var rounds = new List<(int Runs, RunQueueItemState State, int? ExitCode, int Containers)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await PlayAsync(engine.Host, script, Window * round / Rounds));
        }

        Assert.All(rounds, static round => Assert.Equal((1, RunQueueItemState.Failed, 7, 0), round));
    }

    private static async Task<(int Runs, RunQueueItemState State, int? ExitCode, int Containers)> PlayAsync(
        string host,
        string script,
        TimeSpan moment
    )
    {
        await using var agents = new EngineAgent(host);
        await agents.CreateQueueAsync($"rm: true\nruntime: {PrivateEngine.SlowRuntime}");
        var item = await agents.PushAsync(script);
        await using (var killed = await KilledAgent.StartAsync(agents.Database, agents.State, KillStep.Starting, agents.Host, Token))
        {
            await Task.Delay(moment, TimeProvider.System, Token);
            await killed.KillAsync();
        }

        agents.Go();
        await agents.RunOnceAsync();

        var ended = await agents.ItemAsync(item);
        return (agents.Runs, ended.State, ended.Outcome?.ExitCode, (await agents.ContainersAsync()).Count);
    }
}
