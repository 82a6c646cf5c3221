using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using Npgsql;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

public sealed class PostgresTlsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host=db.example", SslMode.Require)]
    [InlineData("Host=db.example;SSL Mode=Prefer", SslMode.Require)]
    [InlineData("Host=db.example;SSL Mode=Allow", SslMode.Require)]
    [InlineData("Host=db.example;SSL Mode=Disable", SslMode.Disable)]
    [InlineData("Host=db.example;SSL Mode=VerifyFull", SslMode.VerifyFull)]
    [InlineData("Host=192.0.2.7", SslMode.Require)]
    [InlineData("Host=localhost,db.example:5433", SslMode.Require)]
    [InlineData("Host=[2001:db8::1]:5432", SslMode.Require)]
    [InlineData("Host=localhost.example", SslMode.Require)]
    [InlineData("Host=localhost", SslMode.Prefer)]
    [InlineData("Host=LOCALHOST:5433", SslMode.Prefer)]
    [InlineData("Host=127.0.0.1", SslMode.Prefer)]
    [InlineData("Host=127.8.9.10:5433", SslMode.Prefer)]
    [InlineData("Host=::1", SslMode.Prefer)]
    [InlineData("Host=[::1]:5433", SslMode.Prefer)]
    [InlineData("Host=/run/postgresql", SslMode.Prefer)]
    public void A_server_that_is_not_on_this_machine_has_to_speak_TLS_unless_that_is_switched_off(string connection, SslMode expected)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);

        PostgresTls.Require(settings);

        Assert.Equal(expected, settings.SslMode);
    }

    [Fact]
    public async Task Without_TLS_a_server_of_another_address_is_denied_and_with_it_or_with_the_switch_it_is_used()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        await server.ListenToNetworkAsync();
        var remote = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = Environment.MachineName }.ToString();

        var denied = await Assert.ThrowsAsync<RunQueueDeniedException>(() => ListAsync(remote));
        await ListAsync(remote + ";SSL Mode=Disable");
        await ListAsync(server.ConnectionString);
        await server.OfferTlsAsync();
        await ListAsync(remote);
        var untrusted = await Assert.ThrowsAsync<RunQueueDeniedException>(() => ListAsync(remote + ";SSL Mode=VerifyFull"));

        Assert.Contains("cannot be encrypted", denied.Message, StringComparison.Ordinal);
        Assert.Contains("SSL Mode=Disable", denied.Message, StringComparison.Ordinal);
        Assert.Contains("with a certificate that is trusted here", untrusted.Message, StringComparison.Ordinal);
    }

    private static async Task ListAsync(string connection)
    {
        await using var backend = new PostgresRunQueueBackend(new PostgresRunQueueOptions { ConnectionString = connection });
        await backend.ListQueuesAsync(Token);
    }
}
