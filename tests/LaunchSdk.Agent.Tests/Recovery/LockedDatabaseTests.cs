using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>A SQLite file that another process keeps locked.</summary>
public sealed class LockedDatabaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_ends_while_the_database_is_locked_is_reported_when_it_is_free()
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-lock").FullName;
        var database = Path.Combine(folder, "queues.db");
        await using var backend = new SqliteRunQueueBackend(
            new SqliteRunQueueOptions { Path = database, BusyTimeout = TimeSpan.FromMilliseconds(100) }
        );
        await backend.CreateQueueAsync(DockerQueue.Parse("rm: true").GetValueOrThrow() with { Name = "q" }, Token);
        var item = await backend.PushAsync("q", LaunchJob.Parse("docker: {docker_image: busybox}").GetValueOrThrow(), Token);
        var host = new FakeHost();
        var agent = new LaunchAgent(
            new AgentServices(
                new LaunchAgentOptions
                {
                    Queues = ["q"],
                    StateFolder = folder,
                    GpuDevices = [],
                    Once = true,
                },
                backend,
                host,
                new FakeImages(),
                NullLogger.Instance,
                TimeProvider.System
            )
        );
        var running = agent.RunAsync(Token);
        await agent.WaitAsync(status => status.Jobs is [{ Step: JobStep.Running }]);

        await using (var other = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await other.OpenAsync(Token);
            await using var locking = other.BeginTransaction(System.Data.IsolationLevel.Serializable);
            await using var write = new SqliteCommand("PRAGMA user_version", other, locking);
            await write.ExecuteNonQueryAsync(Token);
            host.Containers.Values.Single().End(3);
            await agent.WaitAsync(status => status.BackendProblem is not null);
            Assert.Empty(host.Removed);
        }

        await running;
        var ended = await backend.FindItemAsync(item.Id, Token);
        Assert.Equal((RunQueueItemState.Failed, 3), (ended!.State, ended.Outcome!.ExitCode));
        Assert.Single(host.Removed);
        Directory.Delete(folder, recursive: true);
    }
}
