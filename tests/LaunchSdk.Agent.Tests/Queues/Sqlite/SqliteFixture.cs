using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace LaunchSdk.Agent.Tests.Queues.Sqlite;

/// <summary>A database file in a folder of its own, with a clock that the test moves.</summary>
internal sealed class SqliteFixture : IBackendFixture
{
    public SqliteFixture() => Backend = Connect();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("launchsdk-queues-").FullName;

    public string File => Path.Combine(Folder, "data", "queues.db");

    public IRunQueueBackend Backend { get; }

    public IRunQueueBackend Connect() =>
        new SqliteRunQueueBackend(
            new SqliteRunQueueOptions
            {
                Path = File,
                TimeProvider = Time,
                BusyTimeout = TimeSpan.FromSeconds(60),
            }
        );

    public Task AdvanceAsync(TimeSpan duration)
    {
        Time.Advance(duration);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
