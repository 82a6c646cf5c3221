namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>The database file, for its owner only: jobs may carry secrets.</summary>
internal static class SqliteFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static SqliteSession Open(SqliteRunQueueOptions options)
    {
        try
        {
            if (!File.Exists(options.Path))
            {
                Create(options.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunQueueDeniedException($"{options.Path} cannot be made ({e.Message}): make its folder writable for this user, or name another file", e);
        }

        return SqliteSession.Open(options);
    }

    /// <summary>A file's handle, and the file where it is not there yet.</summary>
    public static FileStream OpenOrCreate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }

    // SQLite gives its -wal and -shm files the mode of the database.
    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }

        OpenOrCreate(path).Dispose();
    }
}
