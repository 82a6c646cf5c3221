using LaunchSdk.Agent.Queues.Storage;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>A connection of the pool for one call.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : SqlSession
{
    /// <summary>Runs a call in one transaction, which the server undoes where the call fails.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> call, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await call(this).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    protected override SqlStatement Prepare(string sql, object?[] values)
    {
        // The connection prepares what it is asked often.
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return new SqlStatement(command, IsKept: false);
    }
}
