using System.Globalization;

namespace LaunchSdk.Agent.Containers;

/// <summary>
/// The files of a job's log. The first one has the log's name and the beginning of what the job wrote; where that is full, what follows
/// goes into numbered parts (<c>JOB.log.1</c>, <c>JOB.log.2</c>), of which the oldest are deleted when newer ones need their place.
/// Part 1 is emptied, not deleted: it says that there are more.
/// </summary>
internal static class JobLogParts
{
    /// <summary>The path of a part; the first one is 0.</summary>
    /// <param name="log">The log's path.</param>
    /// <param name="number">The part's number.</param>
    public static string PathOf(string log, long number) =>
        number == 0 ? log : string.Create(CultureInfo.InvariantCulture, $"{log}.{number}");

    /// <summary>The parts that are there, in their order.</summary>
    /// <param name="log">The log's path.</param>
    public static IReadOnlyList<string> Find(string log) => [.. Numbers(log).Select(number => PathOf(log, number))];

    /// <summary>The part that follows one; null where there is none yet.</summary>
    /// <param name="log">The log's path.</param>
    /// <param name="number">The part that was read.</param>
    public static long? Next(string log, long number)
    {
        if (File.Exists(PathOf(log, number + 1)))
        {
            return number + 1;
        }

        // Only behind part 1, or where a part went while it was read, can others be missing.
        var isWhole = number == 0 || (number > 1 && File.Exists(PathOf(log, number)));
        return isWhole ? null : Numbers(log).Where(other => other > number).Cast<long?>().FirstOrDefault();
    }

    /// <summary>Takes the place of a part back.</summary>
    /// <param name="log">The log's path.</param>
    /// <param name="number">The part.</param>
    public static void Drop(string log, long number)
    {
        if (number == 1)
        {
            const FileShare Anybody = FileShare.ReadWrite | FileShare.Delete;
            using var part = new FileStream(PathOf(log, number), FileMode.Truncate, FileAccess.Write, Anybody);
        }
        else
        {
            File.Delete(PathOf(log, number));
        }
    }

    /// <summary>Deletes every part.</summary>
    /// <param name="log">The log's path.</param>
    public static void Delete(string log)
    {
        foreach (var part in Find(log))
        {
            File.Delete(part);
        }
    }

    private static List<long> Numbers(string log)
    {
        var numbers = new List<long>();
        if (File.Exists(log))
        {
            numbers.Add(0);
        }

        var folder = new DirectoryInfo(Path.GetDirectoryName(log)!);
        if (folder.Exists)
        {
            var beginning = Path.GetFileName(log) + ".";
            numbers.AddRange(
                folder
                    .EnumerateFiles(beginning + "*")
                    .Where(file => file.Name.StartsWith(beginning, StringComparison.Ordinal))
                    .Select(file => Number(file.Name[beginning.Length..]))
                    .OfType<long>()
                    .Order()
            );
        }

        return numbers;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
