using System.Runtime.InteropServices;

namespace LaunchSdk.RunBenchmarks;

/// <summary>Processor time of this process and of its children that have ended, in milliseconds. Linux only.</summary>
internal static class ProcessorTime
{
    private const int Self = 0;
    private const int Children = -1;
    private const int LongestUsage = 32;

    public static double OfThisProcess => Read(Self);

    public static double OfChildren => Read(Children);

    // struct rusage begins with user and system time, each in seconds and microseconds.
    private static double Read(int who)
    {
        var usage = new long[LongestUsage];
        return GetUsage(who, usage) == 0
            ? ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0)
            : throw new InvalidOperationException("getrusage failed");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
