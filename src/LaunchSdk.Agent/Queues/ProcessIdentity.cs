using System.Globalization;

namespace LaunchSdk.Agent.Queues;

/// <summary>
/// A process as another process of the same running system recognizes it. The system's boot id and its process namespace say whether it is
/// the same one: names and ids of machines do not, because clones share them, and containers of one machine do not see each other's
/// processes. A registry of agents frees the name of one whose process is gone.
/// </summary>
public static class ProcessIdentity
{
    // Field 22 of /proc/PID/stat; the fields after the program's name begin with the third.
    private const int StartField = 22 - 3;

    /// <summary>This process; empty where the system does not say.</summary>
    public static string Current { get; } = Describe(Environment.ProcessId);

    /// <summary>Whether a process is known to be gone: it was one of this running system, and no such process is there.</summary>
    /// <param name="process">The process, as <see cref="Current"/> of it was.</param>
    /// <returns>False also where nothing is known of it.</returns>
    public static bool IsGone(string process) =>
        (process ?? throw new ArgumentNullException(nameof(process))).Split('/') is [var boot, var space, var id, var start]
        && Current.Split('/') is [var ownBoot, var ownSpace, ..]
        && boot == ownBoot
        && space == ownSpace
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && StartOf(number) != start;

    private static string Describe(int id)
    {
        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            var space = new FileInfo("/proc/self/ns/pid").LinkTarget;
            return boot.Length > 0 && space is not null && StartOf(id) is { } start
                ? string.Create(CultureInfo.InvariantCulture, $"{boot}/{space}/{id}/{start}")
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Null where no such process runs: one that waits for its parent (Z) is dead.
    private static string? StartOf(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[StartField];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return null;
        }
    }
}
