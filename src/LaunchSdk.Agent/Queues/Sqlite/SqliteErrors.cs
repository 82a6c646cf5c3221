using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Queues.Sqlite;

/// <summary>What SQLite's errors mean: <c>SQLITE_BUSY</c> and the like pass, the rest needs an operator.</summary>
internal static class SqliteErrors
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Io = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static RunQueueException Explain(SqliteException error, string path, string contents) =>
        error.SqliteErrorCode switch
        {
            Busy or Locked => new RunQueueUnavailableException(
                $"{path} is locked by another process for too long: try again, or end the process that holds it",
                error
            ),
            Full => new RunQueueUnavailableException($"there is no space left for {path}: free some space on its disk", error),
            Io => new RunQueueUnavailableException(
                $"{path} cannot be read or written ({error.Message}): check its disk, and that it is not on a network share",
                error
            ),
            ReadOnly or Permission => new RunQueueDeniedException(
                $"{path} cannot be written: make the file and its folder writable for this user",
                error
            ),
            CannotOpen => new RunQueueDeniedException(
                $"{path} cannot be opened: make the file and its folder readable and writable for this user",
                error
            ),
            Corrupt => new RunQueueDeniedException(
                $"{path} is damaged: put back a copy, or move it away together with its -wal and -shm files to start with no {contents}",
                error
            ),
            NotADatabase => new RunQueueDeniedException(
                $"{path} is not a database of {contents}: name another file, or move this one away",
                error
            ),
            _ => new RunQueueUnavailableException($"{path} did not answer ({error.Message})", error),
        };
}
