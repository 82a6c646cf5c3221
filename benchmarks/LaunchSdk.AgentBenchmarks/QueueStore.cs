using System.Data.Common;
using System.Globalization;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Postgres;
using LaunchSdk.Agent.Queues.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>A place for queues that ends with the benchmark.</summary>
/// <param name="name">The database, for tables.</param>
/// <param name="connect">Makes a client.</param>
/// <param name="open">Opens the database itself.</param>
/// <param name="fill">The statement that puts as many items as its one hole says on the queue <c>jobs</c>, each like the one that waits
/// there.</param>
/// <param name="end">Removes it.</param>
internal sealed class QueueStore(string name, Func<IRunQueueBackend> connect, Func<DbConnection> open, string fill, Action end)
    : IDisposable
{
    public string Name => name;

    public static IEnumerable<QueueStore> All()
    {
        yield return Sqlite();
        if (Environment.GetEnvironmentVariable("LAUNCHSDK_POSTGRES") is { Length: > 0 } connection)
        {
            yield return Postgres(connection);
        }
    }

    public static QueueStore Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("launchsdk-benchmark-").FullName;
        var file = Path.Combine(folder, "queues.db");
        return new QueueStore(
            "SQLite",
            () => new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = file }),
            () => new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600"),
            """
            INSERT INTO items (id, queue, job, asked, rank, submitted_at)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            SELECT 'fill' || hex(randomblob(8)), queue, job, asked, rank, submitted_at FROM (SELECT * FROM items WHERE state = 'queued' LIMIT 1), n
            """,
            () => Directory.Delete(folder, recursive: true)
        );
    }

    public static QueueStore Postgres(string connection)
    {
        var schema = $"benchmark_{Environment.ProcessId}";
        var source = NpgsqlDataSource.Create(connection + ";Command Timeout=600");
        return new QueueStore(
            "PostgreSQL",
            () => new PostgresRunQueueBackend(new PostgresRunQueueOptions { ConnectionString = connection, Schema = schema }),
            source.CreateConnection,
            $$"""
            INSERT INTO {{schema}}.items (id, queue, job, asked, rank, submitted_at)
            SELECT 'fill' || gen_random_uuid(), queue, job, asked, rank, submitted_at FROM (SELECT * FROM {{schema}}.items WHERE state = 'queued' LIMIT 1) AS one, generate_series(1, {0})
            """,
            () =>
            {
                using var drop = source.CreateCommand($"DROP SCHEMA {schema} CASCADE");
                drop.ExecuteNonQuery();
                source.Dispose();
            }
        );
    }

    public IRunQueueBackend Connect() => connect();

    /// <summary>Puts many items on the queue at once.</summary>
    public async Task FillAsync(long count)
    {
        await using var connection = open();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number and a constant
        command.CommandText = string.Format(CultureInfo.InvariantCulture, fill, count);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => end();
}
