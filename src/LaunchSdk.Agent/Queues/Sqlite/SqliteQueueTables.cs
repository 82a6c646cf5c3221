using LaunchSdk.Agent.Queues.Storage;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>The tables of the queues, and the statements on them.</summary>
internal static class SqliteQueueTables
{
    /// <summary>The statements of SQLite: a transaction has the whole file, so nothing is locked by row.</summary>
    public static QueueSql Sql { get; } =
        new(
            "",
            SqliteSession.Clock,
            forUpdate: "",
            skipLocked: "",
            forShare: "",
            texts: "SELECT value FROM json_each($1)",
            submitter: SqliteSession.User
        );

    /// <summary>The tables.</summary>
    public static SqliteSchema Schema { get; } =
        new(
            "queues",
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
            CREATE INDEX items_pending ON items (queue, lease_until) WHERE state = 'pending';
            CREATE INDEX items_taken ON items (agent) WHERE state IN ('pending', 'running');
            CREATE INDEX items_by_state ON items (queue, state, seq);
            """,
            """
            ALTER TABLE items ADD COLUMN machine TEXT;
            ALTER TABLE items ADD COLUMN submitted_by TEXT;
            ALTER TABLE items ADD COLUMN client TEXT;
            CREATE TABLE agents (
              name TEXT NOT NULL PRIMARY KEY, machine TEXT NOT NULL, machine_id TEXT NOT NULL, process TEXT NOT NULL, version TEXT NOT NULL, queues TEXT NOT NULL, slots INTEGER NOT NULL,
              state TEXT NOT NULL, token TEXT NOT NULL, since INTEGER NOT NULL, seen_at INTEGER NOT NULL, lease_until INTEGER NOT NULL
            ) WITHOUT ROWID;
            """,
            "CREATE INDEX items_ended ON items (ended_at) WHERE ended_at IS NOT NULL;"
        );
}
