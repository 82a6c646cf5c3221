using LaunchSdk.Agent.Queues.Storage;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>
/// How a change in one process wakes listeners in all: whoever changed something writes to a file beside the database, which listeners
/// watch. A writer that dies before it does, or a file system that does not tell of writes, costs a listener its interval at most.
/// </summary>
internal sealed class SqliteWake(SqliteRunQueueOptions options)
{
    private static readonly byte[] Mark = [0];

    private readonly string _path = System.IO.Path.GetFullPath(options.Path + "-wake");

    public void Touch()
    {
        try
        {
            using var file = SqliteFile.OpenOrCreate(_path);
            RandomAccess.Write(file.SafeFileHandle, Mark, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The change itself is written; listeners hear of it with their interval.
        }
    }

    public QueueChanges Watch()
    {
        var changes = new QueueChanges(options.LookInterval, options.TimeProvider);
        try
        {
            var watcher = new FileSystemWatcher(System.IO.Path.GetDirectoryName(_path)!, System.IO.Path.GetFileName(_path))
            {
                NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName,
            };
            watcher.Changed += (_, _) => changes.Tell();
            watcher.Created += (_, _) => changes.Tell();
            watcher.Error += (_, _) => changes.Tell();
            watcher.EnableRaisingEvents = true;
            changes.Source = new Watching(watcher);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            // The user's limit of watches is reached (fs.inotify.max_user_instances): the interval is left.
        }

        return changes;
    }

    private sealed class Watching(FileSystemWatcher watcher) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            watcher.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
