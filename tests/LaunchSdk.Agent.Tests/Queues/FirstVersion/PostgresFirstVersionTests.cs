using System.Data.Common;
using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Queues.Postgres;
using LaunchSdk.Testing;
using Npgsql;

namespace LaunchSdk.Agent.Tests.Queues.FirstVersion;

public sealed class PostgresFirstVersionTests : FirstVersionTests
{
    private const string SchemaOfDump = "launchsdk";

    private string _schema = "";

    protected override string Prefix => $"{_schema}.";

    [Fact]
    public async Task A_user_who_may_not_change_it_is_told_who_has_to()
    {
        var user = $"u_{Guid.NewGuid():N}";
        await using var owner = await ConnectAsync();
        await using var command = owner.CreateCommand();
        command.CommandText =
            $"CREATE ROLE {user} LOGIN PASSWORD 'p'; GRANT USAGE ON SCHEMA {_schema} TO {user}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {_schema} TO {user}";
        await command.ExecuteNonQueryAsync(Token);
        await using var backend = new Agent.Queues.Postgres.PostgresRunQueueBackend(
            new()
            {
                ConnectionString = new NpgsqlConnectionStringBuilder(PostgresServer.Require())
                {
                    Username = user,
                    Password = "p",
                }.ToString(),
                Schema = _schema,
            }
        );

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => backend.ListQueuesAsync(Token));

        Assert.Contains($"the schema '{_schema}' is of version 1, this LaunchSdk needs version 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("let the owner of its tables run this LaunchSdk once", error.Message, StringComparison.Ordinal);
        command.CommandText = $"DROP OWNED BY {user}; DROP ROLE {user}";
        await command.ExecuteNonQueryAsync(Token);
    }

    protected override async Task<IBackendFixture> CreateAsync()
    {
        var fixture = new PostgresFixture(PostgresServer.Require());
        _schema = fixture.Schema;
        var dump = await File.ReadAllTextAsync(
            Repository.Combine("tests", "LaunchSdk.Agent.Tests", "Queues", "FirstVersion", "queues.sql"),
            Token
        );
        await fixture.ExecuteAsync(
            dump.Replace($"{SchemaOfDump}.", $"{_schema}.", StringComparison.Ordinal)
                .Replace($"SCHEMA {SchemaOfDump};", $"SCHEMA {_schema};", StringComparison.Ordinal)
        );
        return fixture;
    }

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(PostgresServer.Require());
        await connection.OpenAsync(Token);
        return connection;
    }
}
