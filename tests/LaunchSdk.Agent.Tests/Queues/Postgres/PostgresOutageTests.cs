using System.Collections.Concurrent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>What a lost connection and a restarted server do.</summary>
public sealed class PostgresOutageTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_outlives_its_connection()
    {
        await using var fixture = new PostgresFixture(PostgresServer.Require());
        var lease = await PopOneAsync(fixture.Backend, Lease);

        await CutAsync(fixture);
        await fixture.Backend.AcknowledgeAsync(lease, "run", Token);

        Assert.Equal(RunQueueItemState.Running, (await fixture.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
    }

    [Fact]
    public async Task A_lease_of_the_servers_own_clock_runs_out()
    {
        await using var fixture = new PostgresFixture(PostgresServer.Require());
        var lease = await PopOneAsync(fixture.Backend, TimeSpan.FromMilliseconds(50));

        RunQueueLease? again;
        do
        {
            again = await fixture.Backend.PopAsync("gpu", "b", Lease, Token);
        } while (again is null);

        Assert.Equal((lease.Item.Id, 2), (again.Item.Id, again.Item.Attempt));
    }

    [Fact]
    public async Task A_listener_whose_connection_was_cut_wakes_and_listens_again()
    {
        await using var fixture = new PostgresFixture(PostgresServer.Require());
        await fixture.Backend.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        await using var changes = await fixture.Backend.SubscribeAsync(Token);

        await CutAsync(fixture);
        await changes.NextAsync(Token).WaitAsync(Longest, Token);
        await fixture.Backend.PushAsync("gpu", Job(), Token);
        await changes.NextAsync(Token).WaitAsync(Longest, Token);
    }

    [Fact]
    public async Task Connections_that_are_cut_all_the_time_lose_no_item_and_end_none_twice()
    {
        await using var fixture = new PostgresFixture(PostgresServer.Require());

        await WorkThroughAsync(
            fixture.Backend,
            300,
            async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await CutAsync(fixture);
                }
            }
        );
    }

    [Fact]
    public async Task A_server_that_crashes_and_comes_back_loses_no_item_and_ends_none_twice()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        await using var queues = new PostgresRunQueueBackend(
            new PostgresRunQueueOptions { ConnectionString = server.ConnectionString, CallTimeout = Longest }
        );
        await queues.CreateQueueAsync(DockerQueue.Create("other", options => options.Memory("1g")), Token);
        await using var changes = await queues.SubscribeAsync(Token);

        await WorkThroughAsync(
            queues,
            300,
            async () =>
            {
                await server.CrashAsync();
                await server.StartAgainAsync();
            }
        );

        await changes.NextAsync(Token).WaitAsync(Longest, Token);
    }

    /// <summary>Pushes and ends items while something breaks the connections: each ends exactly once, and none is left.</summary>
    private static async Task WorkThroughAsync(PostgresRunQueueBackend queues, int count, Func<Task> breakConnections)
    {
        await queues.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        ConcurrentBag<string> pushed = [];
        ConcurrentBag<string> ended = [];
        var breaking = Task.Run(breakConnections, Token);

        async Task PushAsync()
        {
            for (var i = 0; i < count || !breaking.IsCompleted; i++)
            {
                pushed.Add((await queues.PushAsync("gpu", Job(), Token)).Id);
            }
        }

        async Task WorkAsync(string agent, Task pushing)
        {
            while (true)
            {
                var isLast = pushing.IsCompleted;
                if (await queues.PopAsync("gpu", agent, Lease, Token) is { } lease)
                {
                    await queues.AcknowledgeAsync(lease, agent, Token);
                    await queues.CompleteAsync(lease, RunOutcome.Finished("done"), Token);
                    ended.Add(lease.Item.Id);
                }
                else if (isLast)
                {
                    return;
                }
            }
        }

        var pushing = Task.Run(PushAsync, Token);
        await Task.WhenAll(
            pushing,
            breaking,
            Task.Run(() => WorkAsync("a", pushing), Token),
            Task.Run(() => WorkAsync("b", pushing), Token)
        );

        Assert.Equal(pushed.Order(StringComparer.Ordinal), ended.Order(StringComparer.Ordinal));
        var queue = (await queues.FindQueueAsync("gpu", Token))!;
        Assert.Equal((0, 0), (queue.Waiting, queue.Running));
    }

    /// <summary>The server ends every connection of this fixture's clients.</summary>
    private static Task CutAsync(PostgresFixture fixture) =>
        fixture.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{fixture.Schema}'");

    private static async Task<RunQueueLease> PopOneAsync(PostgresRunQueueBackend queues, TimeSpan lease)
    {
        await queues.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        await queues.PushAsync("gpu", Job(), Token);
        return (await queues.PopAsync("gpu", "a", lease, Token))!;
    }

    private static LaunchJob Job() => new() { Docker = new JobImageSource { DockerImage = "alpine:3.22" } };
}
