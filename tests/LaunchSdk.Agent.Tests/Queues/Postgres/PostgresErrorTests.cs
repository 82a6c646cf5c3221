using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Testing;
using Npgsql;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

public sealed class PostgresErrorTests : IAsyncDisposable
{
    private readonly PostgresFixture _fixture = new(PostgresServer.Require());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_wrong_password_is_denied_and_not_shown()
    {
        var error = await FailAsync<RunQueueDeniedException>(settings => settings.Password = "not-the-password");

        Assert.Contains("refuses this user or password", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_denied()
    {
        var error = await FailAsync<RunQueueDeniedException>(settings => settings.Database = "nowhere");

        Assert.Contains("no such database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_listen_is_unavailable()
    {
        var error = await FailAsync<RunQueueUnavailableException>(settings => settings.Port = HostProcess.FreePort());

        Assert.Contains("does not answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_rights_is_denied()
    {
        await _fixture.Backend.ListQueuesAsync(Token);
        var role = $"{_fixture.Schema}_role";
        await _fixture.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'secret-of-role'");
        try
        {
            var error = await FailAsync<RunQueueDeniedException>(settings =>
                (settings.Username, settings.Password) = (role, "secret-of-role")
            );

            Assert.Contains("lacks a right", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await _fixture.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_left_alone()
    {
        await _fixture.Backend.ListQueuesAsync(Token);
        await _fixture.ExecuteAsync($"UPDATE {_fixture.Schema}.version SET number = 99");
        await using var client = _fixture.Connect();

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => client.ListQueuesAsync(Token));

        Assert.Contains("made by a newer LaunchSdk (version 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_that_start_together_make_the_tables_once()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => _fixture.Connect()).ToList();

        await Task.WhenAll(clients.Select(client => Task.Run(() => client.ListQueuesAsync(Token), Token)));

        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_description_has_no_secret()
    {
        await using var client = new PostgresRunQueueBackend(
            new PostgresRunQueueOptions { ConnectionString = "Host=db;Database=launch;Username=agent;Password=hunter2" }
        );

        Assert.Equal("PostgreSQL db:5432/launch, schema launchsdk", client.Description);
    }

    private async Task<T> FailAsync<T>(Action<NpgsqlConnectionStringBuilder> change)
        where T : Exception
    {
        var settings = new NpgsqlConnectionStringBuilder(PostgresServer.Require());
        change(settings);
        await using var client = new PostgresRunQueueBackend(
            new PostgresRunQueueOptions
            {
                ConnectionString = settings.ToString(),
                Schema = _fixture.Schema,
                CallTimeout = TimeSpan.FromMilliseconds(300),
            }
        );
        return await Assert.ThrowsAsync<T>(() => client.ListQueuesAsync(Token));
    }
}
