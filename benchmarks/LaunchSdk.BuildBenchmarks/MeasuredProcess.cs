using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.BuildBenchmarks;

/// <summary>One run of a program.</summary>
/// <param name="Milliseconds">From its start to its end.</param>
/// <param name="OwnMilliseconds">What it says of its work alone; null where it says nothing.</param>
/// <param name="ProcessorMilliseconds">Of all its threads and of those it started.</param>
/// <param name="Kibibytes">The most memory it had.</param>
internal sealed record MeasuredProcess(double Milliseconds, double? OwnMilliseconds, double ProcessorMilliseconds, long Kibibytes)
{
    public static MeasuredProcess Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var processor = ProcessorOfChildren();
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        long most = 0;
        while (!process.WaitForExit(5))
        {
            most = Math.Max(most, Peak(process.Id));
        }

        var milliseconds = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        process.WaitForExit();
        return new MeasuredProcess(
            milliseconds,
            double.TryParse(output.Result, CultureInfo.InvariantCulture, out var own) ? own : null,
            ProcessorOfChildren() - processor,
            most
        );
    }

    // Of all that have ended: utime and stime of children, in hundredths of a second.
    private static double ProcessorOfChildren()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return 10 * (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture));
    }

    // The kernel's own high-water mark: a look every few milliseconds misses nothing but the last of them.
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
                .FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
