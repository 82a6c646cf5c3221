using System.Data.Common;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>One connection while a call has it.</summary>
internal abstract class SqlSession
{
    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var statement = Prepare(sql, values);
        return await statement.Command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every row of a statement.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params object?[] values
    )
    {
        await using var statement = Prepare(sql, values);
        var reader = await statement.Command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <summary>Items, and the database's clock at that moment.</summary>
    public Task<List<(ItemRow Row, long Now)>> ItemsAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        QueryAsync(sql, static reader => (ItemColumns.Read(reader), reader.GetInt64(ItemColumns.Count)), cancellationToken, values);

    /// <summary>One item; null where there is none.</summary>
    public async Task<(ItemRow Row, long Now)?> ItemAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        await ItemsAsync(sql, cancellationToken, values).ConfigureAwait(false) is [var item, ..] ? item : null;

    /// <summary>The text in the first column of the first row; null where there is none.</summary>
    public async Task<string?> TextAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        (await QueryAsync(sql, static reader => reader.GetString(0), cancellationToken, values).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Whether a statement gives a row.</summary>
    public async Task<bool> AnyAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        (await QueryAsync(sql, static _ => true, cancellationToken, values).ConfigureAwait(false)).Count > 0;

    /// <summary>A statement with its values in it.</summary>
    protected abstract SqlStatement Prepare(string sql, object?[] values);
}
