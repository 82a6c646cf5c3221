using LaunchSdk.Agent.Conformance;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

public sealed class PostgresConformanceTests : RunQueueConformance
{
    protected override int RacingJobs => 10_000;

    protected override Task<IBackendFixture> CreateAsync() =>
        Task.FromResult<IBackendFixture>(new PostgresFixture(PostgresServer.Require()));
}
