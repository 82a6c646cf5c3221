using LaunchSdk.Agent.Queues.Storage;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>
/// Queues in a PostgreSQL server, for many agents on many machines. Nothing is opened before the first call, which makes the tables where
/// they are missing. Times and leases are the server's, so the agents' clocks do not matter.
/// </summary>
public sealed class PostgresRunQueueBackend : SqlRunQueueBackend
{
    private const int ConnectSeconds = 5;
    private const int KeepAliveSeconds = 30;
    private const int PreparedStatements = 40;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly PostgresRunQueueOptions _options;
    private readonly PostgresSchema _schema;
    private readonly NpgsqlDataSource _source;
    private readonly SemaphoreSlim _migration = new(1);
    private volatile bool _isCurrent;

    /// <summary>Queues in a server.</summary>
    /// <param name="options">Which server, and how long calls wait.</param>
    /// <exception cref="ArgumentException">The connection string is none.</exception>
    public PostgresRunQueueBackend(PostgresRunQueueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Schema);
        (_options, _schema) = (options, new PostgresSchema(options.Schema));
        var builder = new NpgsqlSlimDataSourceBuilder(options.ConnectionString);
        builder.EnableTransportSecurity();
        var settings = builder.ConnectionStringBuilder;
        settings.CommandTimeout = Math.Max(1, (int)options.CommandTimeout.TotalSeconds);
        settings.ApplicationName ??= "launchsdk";
        PostgresTls.Require(settings);
        SetUnlessGiven(settings, "Timeout", ConnectSeconds);
        SetUnlessGiven(settings, "Keepalive", KeepAliveSeconds);
        SetUnlessGiven(settings, "Max Auto Prepare", PreparedStatements);
        SetUnlessGiven(settings, "Auto Prepare Min Usages", 2);
        Description = $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}, schema {options.Schema}";
        _source = builder.Build();
    }

    /// <inheritdoc/>
    public override string Description { get; }

    private protected override QueueSql Sql => _schema.Sql;

    /// <inheritdoc/>
    public override Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default) =>
        TryAsync<IRunQueueChanges>(
            async () =>
            {
                var changes = new QueueChanges(_options.LookInterval, _options.TimeProvider);
                changes.Source = await PostgresListener
                    .StartAsync(_source, _schema.Channel, changes, _options.TimeProvider, cancellationToken)
                    .ConfigureAwait(false);
                return changes;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        _migration.Dispose();
    }

    private protected override Task<T> RunAsync<T>(SqlAccess access, Func<SqlSession, Task<T>> call, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    await EnsureCurrentAsync(connection, cancellationToken).ConfigureAwait(false);
                    var session = new PostgresSession(connection);
                    return await (access == SqlAccess.Write ? session.WriteAsync(call, cancellationToken) : call(session)).ConfigureAwait(
                        false
                    );
                }
            },
            cancellationToken
        );

    private protected override Task<bool> TryStopOwnAsync(string itemId, CancellationToken cancellationToken) =>
        RunAsync(SqlAccess.Read, session => session.AnyAsync(_schema.StopOwn, cancellationToken, itemId), cancellationToken);

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder settings, string keyword, int value)
    {
        if (!settings.ContainsKey(keyword))
        {
            settings[keyword] = value;
        }
    }

    /// <summary>Tries until it works, the error is one that stays, or the time is up.</summary>
    private async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var start = _options.TimeProvider.GetTimestamp();
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception e) when (PostgresErrors.IsOfServer(e))
            {
                if (!PostgresErrors.IsTransient(e) || _options.TimeProvider.GetElapsedTime(start) + pause > _options.CallTimeout)
                {
                    throw PostgresErrors.Explain(e, Description);
                }
            }

            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), _options.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task EnsureCurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_isCurrent)
        {
            return;
        }

        await _migration.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isCurrent)
            {
                await _schema.MigrateAsync(connection, cancellationToken).ConfigureAwait(false);
                _isCurrent = true;
            }
        }
        finally
        {
            _migration.Release();
        }
    }
}
