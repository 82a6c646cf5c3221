using LaunchSdk.Agent.Conformance;

namespace LaunchSdk.Agent.Tests.Queues.Sqlite;

public sealed class SqliteConformanceTests : RunQueueConformance
{
    protected override Task<IBackendFixture> CreateAsync() => Task.FromResult<IBackendFixture>(new SqliteFixture());
}
