using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Tests.Queues.Sqlite;

/// <summary>Several processes at one file.</summary>
public sealed class SqliteProcessTests : IAsyncLifetime
{
    private const int Jobs = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SqliteFixture _fixture = new();
    private readonly SqliteRunQueueBackend _queues;

    public SqliteProcessTests() => _queues = new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = _fixture.File });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await _queues.CreateQueueAsync(DockerQueue.Create("jobs", options => options.Memory("1g")), Token);

    public async ValueTask DisposeAsync()
    {
        await _queues.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_end_ten_thousand_jobs_once_each()
    {
        var job = new LaunchJob { Docker = new JobImageSource { DockerImage = "alpine:3.22" } };
        HashSet<string> pushed = [];
        for (var i = 0; i < Jobs; i++)
        {
            pushed.Add((await _queues.PushAsync("jobs", job, Token)).Id);
        }

        await using var first = QueueWorker.Start("work", _fixture.File, $"{Jobs}", "first");
        await using var second = QueueWorker.Start("work", _fixture.File, $"{Jobs}", "second");
        await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync());

        List<string> ended = [.. QueueWorker.Items(first, "ended"), .. QueueWorker.Items(second, "ended")];
        Assert.Equal(Jobs, ended.Count);
        Assert.True(pushed.SetEquals(ended));
        Assert.NotEmpty(QueueWorker.Items(first, "ended"));
        Assert.NotEmpty(QueueWorker.Items(second, "ended"));
    }

    [Fact]
    public async Task A_push_of_another_process_wakes_a_listener()
    {
        await using var changes = await _queues.SubscribeAsync(Token);

        await using var pusher = QueueWorker.Start("push", _fixture.File, "1");

        await changes.NextAsync(Token).WaitAsync(Longest, Token);
        Assert.NotNull(await _queues.PopAsync("jobs", "a", Longest, Token));
    }

    [Fact]
    public async Task A_writer_that_is_killed_loses_nothing_that_it_was_told()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var pusher = QueueWorker.Start("push", _fixture.File, "1000000");
            await pusher.WaitForLineAsync("pushed ");
            await QueueWorker.KillAsync(pusher);
            await pusher.WaitForExitAsync();

            foreach (var id in QueueWorker.Items(pusher, "pushed"))
            {
                Assert.Equal(RunQueueItemState.Queued, (await _queues.FindItemAsync(id, Token))!.State);
            }

            Assert.NotNull(await _queues.PopAsync("jobs", "a", Longest, Token));
        }

        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_worker_that_is_killed_leaves_its_item_to_its_name()
    {
        var job = new LaunchJob { Docker = new JobImageSource { DockerImage = "alpine:3.22" } };
        for (var i = 0; i < 500; i++)
        {
            await _queues.PushAsync("jobs", job, Token);
        }

        await using (var worker = QueueWorker.Start("work", _fixture.File, "500", "a"))
        {
            await worker.WaitForLineAsync("ended ");
            await QueueWorker.KillAsync(worker);
            await worker.WaitForExitAsync();
        }

        foreach (var owed in await _queues.ResumeAsync("a", Longest, Token))
        {
            await _queues.GiveBackAsync(owed, Token);
        }

        await using var other = QueueWorker.Start("work", _fixture.File, "500", "b");
        await other.WaitForExitAsync();

        var items = await _queues.ListItemsAsync(new RunQueueItemFilter { Limit = 1000 }, Token);
        Assert.Equal(500, items.Count(item => item.State == RunQueueItemState.Finished));
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_fixture.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
