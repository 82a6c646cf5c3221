using System.ComponentModel;
using System.Diagnostics;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>A program that is started, read and waited for.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it to its end; its standard output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, params string[] arguments)
    {
        var (code, output) = Start(program, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}");
    }

    /// <summary>Runs it to its end, whatever its exit code.</summary>
    public static string RunAnyhow(string program, params string[] arguments) => Start(program, arguments).Output;

    /// <summary>Whether there is such a program.</summary>
    public static bool Exists(string program)
    {
        try
        {
            Start(program, ["--version"]);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
