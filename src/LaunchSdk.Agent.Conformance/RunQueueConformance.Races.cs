using System.Collections.Concurrent;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

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

        async Task PushAsync(CancellationToken cancellationToken)
        {
            await using var client = Fixture.Connect();
            for (var i = 0; i < RacingJobs / 2; i++)
            {
                await client.PushAsync("gpu", Job(), cancellationToken);
            }
        }

        async Task WorkAsync(string agent, CancellationToken cancellationToken)
        {
            await using var client = Fixture.Connect();
            while (Volatile.Read(ref left) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await client.PopAsync("gpu", agent, Lease, cancellationToken) is { } lease)
                {
                    await client.AcknowledgeAsync(lease, agent, cancellationToken);
                    await client.CompleteAsync(lease, RunOutcome.Finished("done"), cancellationToken);
                    ended.Add(lease.Item.Id);
                    Interlocked.Decrement(ref left);
                }
            }
        }

        await Race.RunAsync(
            [
                PushAsync,
                PushAsync,
                .. Enumerable.Range(0, 4).Select(i => (Func<CancellationToken, Task>)(token => WorkAsync($"agent-{i}", token))),
            ],
            Token
        );

        Assert.Equal(RacingJobs, ended.Distinct().Count());
        Assert.Equal(RacingJobs, ended.Count);
        var queue = (await Backend.FindQueueAsync("gpu", Token))!;
        Assert.Equal((0, 0), (queue.Waiting, queue.Running));
    }
}
