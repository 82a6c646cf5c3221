using LaunchSdk.Agent.Queues.Storage;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>
/// One connection and the calls of its owner that wait for it. SQLite works on the thread that calls, so each call gets one of the pool.
/// </summary>
internal sealed class SqliteLane(SqliteStore store, object owner) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private SqliteSession? _session;
    private bool _isDisposed;

    public async Task<T> RunAsync<T>(SqlAccess access, Func<SqlSession, Task<T>> call, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, owner);
            return await Task.Run(
                    async () =>
                    {
                        _session ??= SqliteFile.Open(store);
                        return await (access == SqlAccess.Write ? _session.WriteAsync(call) : call(_session)).ConfigureAwait(false);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Explain(e, store.Path, store.Schema.Contents);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _isDisposed = true;
        _session?.Dispose();
        _session = null;
        _turn.Release();
    }
}
