using LaunchSdk.Agent.Queues.Storage;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>
/// The embedded queues: one file of this user, shared by all processes of this machine, no server. Nothing is opened before the first call.
/// The file belongs on a disk of the machine: a network share neither locks nor tells of changes reliably.
/// </summary>
public sealed class SqliteRunQueueBackend : SqlRunQueueBackend
{
    private readonly SqliteRunQueueOptions _options;
    private readonly SqliteLane _writing;
    private readonly SqliteLane _reading;
    private readonly SqliteWake _wake;

    /// <summary>Queues in the user's data folder.</summary>
    public SqliteRunQueueBackend()
        : this(new SqliteRunQueueOptions()) { }

    /// <summary>Queues in a file.</summary>
    /// <param name="options">Which file, and how long calls wait.</param>
    public SqliteRunQueueBackend(SqliteRunQueueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var store = new SqliteStore(options.Path, SqliteQueueTables.Schema, options.BusyTimeout, options.TimeProvider);
        (_writing, _reading, _wake) = (new SqliteLane(store, this), new SqliteLane(store, this), new SqliteWake(options));
    }

    /// <inheritdoc/>
    public override string Description => $"SQLite {_options.Path}";

    private protected override QueueSql Sql => SqliteQueueTables.Sql;

    private protected override bool IsOfOneMachine => true;

    /// <inheritdoc/>
    public override async Task<IRunQueueChanges> SubscribeAsync(CancellationToken cancellationToken = default)
    {
        // Makes the folder that is watched.
        await RunAsync(SqlAccess.Read, static _ => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
        return _wake.Watch();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _writing.DisposeAsync().ConfigureAwait(false);
        await _reading.DisposeAsync().ConfigureAwait(false);
    }

    private protected override Task<T> RunAsync<T>(SqlAccess access, Func<SqlSession, Task<T>> call, CancellationToken cancellationToken) =>
        (access == SqlAccess.Write ? _writing : _reading).RunAsync(access, call, cancellationToken);

    private protected override void Changed() => _wake.Touch();
}
