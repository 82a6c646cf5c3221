using LaunchSdk.Agent.Queues;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>Two agents on one queue and one engine.</summary>
public sealed class SharedQueueTests
{
    [EngineFact]
    public async Task Two_agents_share_a_queue_and_every_job_runs_once()
    {
        const int Jobs = 24;
        await using var agents = new EngineAgent((await TestEngine.RequireAsync()).Host);
        await agents.CreateQueueAsync();
        var items = new List<string>();
        for (var i = 0; i < Jobs; i++)
        {
            items.Add(await agents.PushAsync("echo ran >> /out/runs"));
        }

        await Task.WhenAll(
            agents.RunOnceAsync(agents.Options with { MaxJobs = 3 }),
            agents.RunOnceAsync(agents.Options with { MaxJobs = 3, Name = "other" })
        );

        Assert.Equal(Jobs, agents.Runs);
        foreach (var item in items)
        {
            var ended = await agents.ItemAsync(item);
            Assert.Equal((RunQueueItemState.Finished, 1), (ended.State, ended.Attempt));
        }
    }
}
