namespace LaunchSdk.Agent.Tests.Queues.Postgres;

public sealed class PostgresConformanceTests : RunQueueConformance
{
    protected override Task<IBackendFixture> CreateAsync() => Task.FromResult<IBackendFixture>(new PostgresFixture(PostgresServer.Require()));
}
