using System.Globalization;
using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using Npgsql;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>A schema of its own on the server of the test run. Its clock is the server's, moved on as the test says.</summary>
internal sealed class PostgresFixture : IBackendFixture
{
    private readonly string _connectionString;

    public PostgresFixture(string connectionString)
    {
        _connectionString = connectionString;
        Backend = Connect();
    }

    public string Schema { get; } = $"test_{Guid.NewGuid():N}";

    public PostgresRunQueueBackend Backend { get; }

    IRunQueueBackend IBackendFixture.Backend => Backend;

    public PostgresRunQueueBackend Connect() =>
        new(
            new PostgresRunQueueOptions
            {
                ConnectionString = new NpgsqlConnectionStringBuilder(_connectionString) { ApplicationName = Schema }.ToString(),
                Schema = Schema,
            }
        );

    IRunQueueBackend IBackendFixture.Connect() => Connect();

    public Task AdvanceAsync(TimeSpan duration) =>
        ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                CREATE TABLE IF NOT EXISTS {Schema}.passed (microseconds bigint);
                INSERT INTO {Schema}.passed VALUES ({(long)duration.TotalMicroseconds});
                CREATE OR REPLACE FUNCTION {Schema}.now_us() RETURNS bigint LANGUAGE sql STABLE AS
                  $body$ SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint + (SELECT sum(microseconds)::bigint FROM {Schema}.passed) $body$;
                """
            )
        );

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
    }
}
