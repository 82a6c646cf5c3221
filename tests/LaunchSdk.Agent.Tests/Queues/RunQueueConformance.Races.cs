using System.Collections.Concurrent;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Queues;

public abstract partial class RunQueueConformance
{
    /// <summary>How many jobs the race has: fewer where a backend's every call goes through a web server.</summary>
    protected virtual int RacingJobs => 2_000;

    [Fact]
    public async Task Clients_that_pop_at_once_lose_no_item_and_take_none_twice()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        ConcurrentBag<string> ended = [];
        var left = RacingJobs;

        async Task PushAsync(int count)
        {
            await using var client = Fixture.Connect();
            for (var i = 0; i < count; i++)
            {
                await client.PushAsync("gpu", Job(), Token);
            }
        }

        async Task WorkAsync(string agent)
        {
            await using var client = Fixture.Connect();
            while (Volatile.Read(ref left) > 0)
            {
                if (await client.PopAsync("gpu", agent, Lease, Token) is { } lease)
                {
                    await client.AcknowledgeAsync(lease, agent, Token);
                    await client.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
                    ended.Add(lease.Item.Id);
                    Interlocked.Decrement(ref left);
                }
            }
        }

        await Task.WhenAll([Task.Run(() => PushAsync(RacingJobs / 2), Token), Task.Run(() => PushAsync(RacingJobs / 2), Token), .. Enumerable.Range(0, 4).Select(i => Task.Run(() => WorkAsync($"agent-{i}"), Token))]);

        Assert.Equal(RacingJobs, ended.Distinct().Count());
        Assert.Equal(RacingJobs, ended.Count);
        var queue = (await Backend.FindQueueAsync("gpu", Token))!;
        Assert.Equal((0, 0), (queue.Waiting, queue.Running));
    }
}
