using System.Data.Common;
using System.Text.Json;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Queues.Storage;

namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>
/// A journal in a SQLite file of this user (mode 0600), shared by all processes of this machine. Nothing is opened before the first call.
/// Ended items beyond the 1,000 that ended last are forgotten.
/// </summary>
public sealed class SqliteJournal : IRunQueueJournal
{
    private const string Save =
        "INSERT INTO entries (id, ended_at, entry) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, entry = excluded.entry";
    private const string Find = "SELECT entry FROM entries WHERE id = $1";
    private const string All = "SELECT entry FROM entries ORDER BY seq";
    private const string Open = "SELECT entry FROM entries WHERE ended_at IS NULL ORDER BY seq";
    private const string Forget =
        "DELETE FROM entries WHERE seq IN (SELECT seq FROM entries WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, seq DESC LIMIT -1 OFFSET $1)";
    private const long DefaultEndedKept = 1000;

    private static readonly SqliteSchema Schema = new(
        "W&B items",
        """
        CREATE TABLE entries (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, ended_at INTEGER, entry TEXT NOT NULL);
        CREATE INDEX entries_open ON entries (seq) WHERE ended_at IS NULL;
        CREATE INDEX entries_ended ON entries (ended_at, seq) WHERE ended_at IS NOT NULL;
        """
    );

    private readonly string _path;
    private readonly long _endedKept;
    private readonly SqliteLane _lane;

    /// <summary>A journal in a file.</summary>
    /// <param name="path">The file; it and its folder are made.</param>
    public SqliteJournal(string path)
        : this(path, SqliteStore.DefaultBusyTimeout, DefaultEndedKept) { }

    internal SqliteJournal(string path, TimeSpan busyTimeout, long endedKept)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
        _endedKept = endedKept;
        _lane = new SqliteLane(new SqliteStore(_path, Schema, busyTimeout, TimeProvider.System), this);
    }

    /// <inheritdoc/>
    public Task<WandbJournalEntry?> UpdateAsync(string itemId, Func<WandbJournalEntry?, WandbJournalEntry?> change)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        ArgumentNullException.ThrowIfNull(change);
        return _lane.RunAsync(
            SqlAccess.Write,
            async session =>
            {
                var now = await FindAsync(session, itemId, CancellationToken.None).ConfigureAwait(false);
                if (change(now) is not { } next || ReferenceEquals(next, now))
                {
                    return now;
                }

                var endedAt = next.EndedAt is { } at ? StoredItem.Microseconds(at) : (long?)null;
                await session
                    .ExecuteAsync(
                        Save,
                        CancellationToken.None,
                        itemId,
                        endedAt,
                        JsonSerializer.Serialize(next, JournalJson.Default.WandbJournalEntry)
                    )
                    .ConfigureAwait(false);
                if (endedAt is not null)
                {
                    await session.ExecuteAsync(Forget, CancellationToken.None, _endedKept).ConfigureAwait(false);
                }

                return next;
            },
            CancellationToken.None
        );
    }

    /// <inheritdoc/>
    public Task<WandbJournalEntry?> FindAsync(string itemId, CancellationToken cancellationToken = default) =>
        _lane.RunAsync(SqlAccess.Read, session => FindAsync(session, itemId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WandbJournalEntry>> ListAsync(CancellationToken cancellationToken = default) =>
        ListAsync(All, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WandbJournalEntry>> ListOpenAsync(CancellationToken cancellationToken = default) =>
        ListAsync(Open, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lane.DisposeAsync();

    private async Task<WandbJournalEntry?> FindAsync(SqlSession session, string itemId, CancellationToken cancellationToken) =>
        (await session.QueryAsync(Find, Read, cancellationToken, itemId).ConfigureAwait(false)).FirstOrDefault();

    private Task<IReadOnlyList<WandbJournalEntry>> ListAsync(string sql, CancellationToken cancellationToken) =>
        _lane.RunAsync<IReadOnlyList<WandbJournalEntry>>(
            SqlAccess.Read,
            async session => await session.QueryAsync(sql, Read, cancellationToken).ConfigureAwait(false),
            cancellationToken
        );

    private WandbJournalEntry Read(DbDataReader reader)
    {
        try
        {
            return JsonSerializer.Deserialize(reader.GetString(0), JournalJson.Default.WandbJournalEntry)!;
        }
        catch (JsonException error)
        {
            throw new RunQueueDeniedException(
                $"{_path} has an entry that this version cannot read: update LaunchSdk, or move the file away together with its -wal and -shm files",
                error
            );
        }
    }
}
