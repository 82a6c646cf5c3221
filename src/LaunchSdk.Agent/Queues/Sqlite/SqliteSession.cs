using System.Globalization;
using LaunchSdk.Agent.Queues.Storage;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>A connection to the file with its prepared statements, for one call at a time.</summary>
internal sealed class SqliteSession : SqlSession, IDisposable
{
    /// <summary>The clock in statements: a function that each connection defines.</summary>
    public const string Clock = ClockFunction + "()";

    /// <summary>The user of this process in statements.</summary>
    public const string User = UserFunction + "()";

    private const string UserFunction = "launchsdk_user";

    private const string ClockFunction = "launchsdk_now";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file; one that is there keeps its mode.</summary>
    public static SqliteSession Open(SqliteStore store)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = store.Path,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString()
        );
        try
        {
            connection.Open();
            connection.CreateFunction(ClockFunction, () => StoredItem.Microseconds(store.TimeProvider.GetUtcNow()));
            connection.CreateFunction(UserFunction, static () => Environment.UserName);
            using var settings = connection.CreateCommand();
            // busy_timeout waits inside SQLite, in steps of milliseconds; full writes each commit to the disk, so that what a submitter was
            // told outlives a power cut.
            settings.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(long)store.BusyTimeout.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"
            );
            settings.ExecuteNonQuery();
            store.Schema.Migrate(connection, store.Path);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a call in one transaction, which is undone where the call fails.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> call)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            var result = await call(this).ConfigureAwait(false);
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    protected override SqlStatement Prepare(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i + 1}") });
            }

            _commands.Add(sql, command);
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return new SqlStatement(command, IsKept: true);
    }
}
