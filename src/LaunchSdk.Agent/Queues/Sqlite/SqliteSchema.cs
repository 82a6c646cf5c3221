using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>The tables of a database file, and how an older file becomes a current one.</summary>
/// <param name="contents">What the file holds, for messages: <c>queues</c>.</param>
/// <param name="steps">Each leads from the version of its index to the next one; steps are added, never changed.</param>
internal sealed class SqliteSchema(string contents, params string[] steps)
{
    /// <summary>What the file holds, for messages.</summary>
    public string Contents => contents;

    /// <summary>Brings a file to this version; another process may do the same at the same time.</summary>
    public void Migrate(SqliteConnection connection, string path)
    {
        if (Version(connection, null) == steps.Length)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Version(connection, transaction);
        if (version > steps.Length)
        {
            throw new RunQueueDeniedException(
                $"{path} was made by a newer LaunchSdk (schema {version}, this one knows {steps.Length}): update LaunchSdk, or use another file"
            );
        }

        foreach (var step in steps.AsSpan(version))
        {
            Execute(connection, transaction, step);
        }

        Execute(connection, transaction, $"PRAGMA user_version = {steps.Length}");
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
