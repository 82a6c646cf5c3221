using LaunchSdk.Agent.Queues.Storage;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>
/// Listens on a connection of its own. What is told while the connection is lost is lost with it, so a new connection wakes the listener
/// once.
/// </summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _source;
    private readonly string _channel;
    private readonly QueueChanges _changes;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _listening;

    private PostgresListener(NpgsqlDataSource source, string channel, QueueChanges changes, TimeProvider time, NpgsqlConnection connection)
    {
        (_source, _channel, _changes, _time) = (source, channel, changes, time);
        _listening = ListenAsync(connection, _end.Token);
    }

    /// <summary>Listens from now on.</summary>
    /// <exception cref="NpgsqlException">The server does not answer.</exception>
    public static async Task<PostgresListener> StartAsync(
        NpgsqlDataSource source,
        string channel,
        QueueChanges changes,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => new(source, channel, changes, time, await ConnectAsync(source, channel, cancellationToken).ConfigureAwait(false));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _end.Dispose();
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource source, string channel, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = new NpgsqlCommand($"LISTEN {channel}", connection);
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ListenAsync(NpgsqlConnection? connection, CancellationToken cancellationToken)
    {
        var pause = ShortestPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                {
                    connection = await ConnectAsync(_source, _channel, cancellationToken).ConfigureAwait(false);
                    _changes.Tell();
                }

                await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
                pause = ShortestPause;
                _changes.Tell();
            }
            catch (Exception e) when (PostgresErrors.IsOfServer(e) || e is InvalidOperationException or OperationCanceledException)
            {
                if (connection is not null)
                {
                    await connection.DisposeAsync().ConfigureAwait(false);
                    connection = null;
                }

                await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        if (connection is not null)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
