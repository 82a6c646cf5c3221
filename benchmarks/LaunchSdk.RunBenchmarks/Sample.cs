using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.RunBenchmarks;

/// <summary>What one measured action took.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="Processor">Processor time of the client, in milliseconds.</param>
internal readonly record struct Sample(double Milliseconds, double Processor)
{
    /// <summary>Measures an action in this process.</summary>
    public static async Task<Sample> OfAsync(Func<Task> action)
    {
        var processor = ProcessorTime.OfThisProcess;
        var began = Stopwatch.GetTimestamp();
        await action();
        return new Sample(Stopwatch.GetElapsedTime(began).TotalMilliseconds, ProcessorTime.OfThisProcess - processor);
    }

    /// <summary>Measures a shell command, whose output is thrown away.</summary>
    public static async Task<Sample> OfShellAsync(string command)
    {
        var processor = ProcessorTime.OfChildren;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {command}"]))!;
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0
            ? new Sample(elapsed, ProcessorTime.OfChildren - processor)
            : throw new InvalidOperationException($"'{command}' ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}");
    }
}
