using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>An operator takes a job from its agent, which comes back after all.</summary>
public sealed class TakenAwayTests
{
    // The first to begin goes on until it is stopped.
    private const string Script =
        "echo ran >> /out/runs; touch /out/begun; [ $(wc -l < /out/runs) = 1 ] || exit 5; trap 'touch /out/stopped; exit 9' TERM; while true; do sleep 0.05; done";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_lost_agent_that_comes_back_removes_its_container_and_leaves_the_jobs_end_alone()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        await using (var lost = await KilledAgent.StartAsync(agents.Database, agents.State, KillStep.Running, agents.Host, Token))
        {
            await agents.WaitForFileAsync("begun");
            await lost.KillAsync();
        }

        await agents.Backend.RequeueAsync(item, RunQueueTakeover.FromAnyAgent, Token);
        await agents.RunOnceAsync(agents.Options with { Name = "other" });
        var meanwhile = await agents.ContainersAsync();
        await agents.RunOnceAsync();

        var ended = await agents.ItemAsync(item);
        Assert.Equal((5, 2, "other"), (ended.Outcome!.ExitCode, ended.Attempt, ended.Agent));
        Assert.Equal("running", Assert.Single(meanwhile).State);
        Assert.Empty(await agents.ContainersAsync());
        Assert.Equal(2, agents.Runs);
    }

    [EngineFact]
    public async Task An_agent_that_lives_stops_what_was_taken_from_it_by_force()
    {
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var item = await agents.PushAsync(Script);
        var agent = agents.Create(agents.Options with { MaxJobs = 2, Once = true });
        var running = agent.RunAsync(Token);
        await agents.WaitForFileAsync("begun");
        // The program begins before the agent has heard that it has.
        await agent.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await agents.Backend.RequeueAsync(item, RunQueueTakeover.FromAnyAgent, Token);
        await running;

        var ended = await agents.ItemAsync(item);
        Assert.Equal((5, 2), (ended.Outcome!.ExitCode, ended.Attempt));
        Assert.True(File.Exists(Path.Combine(agents.Out, "stopped")));
        Assert.Empty(await agents.ContainersAsync());
    }
}
