using LaunchSdk.Agent.Queues.Storage;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>The tables of the database file, and how an older file becomes a current one.</summary>
internal static class SqliteSchema
{
    /// <summary>The name of the clock in statements: a function that each connection defines.</summary>
    public const string Clock = "launchsdk_now()";

    /// <summary>The statements of SQLite: a transaction has the whole file, so nothing is locked by row.</summary>
    public static QueueSql Sql { get; } = new("", Clock, forUpdate: "", skipLocked: "", forShare: "", texts: "SELECT value FROM json_each($1)");

    // Each entry leads from the version of its index to the next one; entries are added, never changed.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE queues (
          name TEXT NOT NULL PRIMARY KEY, definition TEXT NOT NULL, priorities INTEGER NOT NULL, revision TEXT NOT NULL, updated_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE items (
          seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, queue TEXT NOT NULL, job TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'queued',
          asked INTEGER NOT NULL, rank INTEGER NOT NULL, submitted_at INTEGER NOT NULL, attempt INTEGER NOT NULL DEFAULT 0, agent TEXT, run_id TEXT, token TEXT,
          lease_until INTEGER, started_at INTEGER, ended_at INTEGER, stop_requested INTEGER NOT NULL DEFAULT 0, note TEXT, message TEXT, stage INTEGER, exit_code INTEGER, log_tail TEXT
        );
        CREATE INDEX items_waiting ON items (queue, rank, seq) WHERE state = 'queued';
        CREATE INDEX items_pending ON items (lease_until) WHERE state = 'pending';
        CREATE INDEX items_taken ON items (agent) WHERE state IN ('pending', 'running');
        CREATE INDEX items_by_state ON items (queue, state, seq);
        """,
    ];

    /// <summary>Brings a file to this version; another process may do the same at the same time.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        if (Version(connection, null) == Steps.Length)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Version(connection, transaction);
        if (version > Steps.Length)
        {
            throw new RunQueueDeniedException($"{path} was made by a newer LaunchSdk (schema {version}, this one knows {Steps.Length}): update LaunchSdk, or use another file");
        }

        foreach (var step in Steps.AsSpan(version))
        {
            Execute(connection, transaction, step);
        }

        Execute(connection, transaction, $"PRAGMA user_version = {Steps.Length}");
        transaction.Commit();
    }

    private static int Version(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        command.Transaction = transaction;
        return (int)(long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
