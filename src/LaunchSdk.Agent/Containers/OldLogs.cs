namespace LaunchSdk.Agent.Containers;

/// <summary>Deletes job logs by their age.</summary>
internal static class OldLogs
{
    private const string Extension = ".log";

    /// <summary>Deletes files of logs that were last written before a time.</summary>
    /// <param name="folder">The folder of the logs; it need not be there.</param>
    /// <param name="before">The time.</param>
    /// <param name="most">How many files are deleted at most.</param>
    /// <param name="running">The items whose logs stay.</param>
    /// <returns>How many were deleted.</returns>
    public static int Delete(string folder, DateTimeOffset before, int most, IReadOnlyCollection<string> running)
    {
        var logs = new DirectoryInfo(folder);
        if (!logs.Exists)
        {
            return 0;
        }

        var kept = running.Select(item => Path.GetFileName(JobLog.PathOf(folder, item))).ToHashSet(StringComparer.Ordinal);
        var old = logs.EnumerateFiles($"*{Extension}*")
            .Where(file => IsLog(file.Name) && file.LastWriteTimeUtc < before.UtcDateTime && !kept.Contains(LogOf(file.Name)));
        var deleted = 0;
        foreach (var file in old.Take(most))
        {
            file.Delete();
            deleted++;
        }

        return deleted;
    }

    // JOB.log, JOB.log.3 and JOB.build.log: an item's name has no point in it.
    private static string LogOf(string name) => name.Split('.')[0] + Extension;

    private static bool IsLog(string name) =>
        name.Split('.') is [_, "log"] or [_, "build", "log"]
        || (name.Split('.') is [_, "log", var number] && number.All(char.IsAsciiDigit));
}
