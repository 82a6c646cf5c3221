using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>Makes and opens database files, for their owner only: jobs may carry secrets.</summary>
internal static class SqliteFile
{
    public static SqliteSession Open(SqliteStore store)
    {
        try
        {
            if (!File.Exists(store.Path))
            {
                Create(store.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunQueueDeniedException(
                $"{store.Path} cannot be made ({e.Message}): make its folder writable for this user, or name another file",
                e
            );
        }

        return SqliteSession.Open(store);
    }

    /// <summary>A file's handle, and the file where it is not there yet.</summary>
    public static FileStream OpenOrCreate(string path) =>
        PrivateFile.Open(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
            }
        );

    // SQLite gives its -wal and -shm files the mode of the database.
    private static void Create(string path)
    {
        PrivateFile.CreateFolderOf(path);
        OpenOrCreate(path).Dispose();
    }
}
