using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace LaunchSdk.Testing;

/// <summary>A program of this machine that a test starts: its output by lines, and its end with the test.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly OutputLines _lines = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Exited += (_, _) => _lines.Complete();
    }

    /// <summary>What the program wrote so far, both streams.</summary>
    public IReadOnlyList<string> Lines => _lines.Read();

    /// <summary>A program's path: PATH, then the folders of system programs; null when this machine lacks it.</summary>
    public static string? Find(string name) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/local/sbin:/usr/sbin:/sbin"
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>
    /// Whether tests that need these programs run: where an engine answers and all of them are there. In CI they always do, and fail for
    /// want of one.
    /// </summary>
    public static bool MustRun(params string[] programs) =>
        TestEngine.IsContinuousIntegration || (TestEngine.MustRun && programs.All(static program => Find(program) is not null));

    /// <summary>A TCP port of the loopback that nothing listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Lets this user run a script.</summary>
    public static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static HostProcess Start(string program, params string[] arguments)
    {
        var path = Find(program) ?? throw new InvalidOperationException($"This machine has no {program}.");
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(path, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
            EnableRaisingEvents = true,
        };
        var host = new HostProcess(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Runs a program to its end; one that fails is an exception with its output.</summary>
    public static Task RunAsync(string program, params string[] arguments) => RunAsync(Longest, program, arguments);

    /// <summary>The same for a program that may take longer.</summary>
    public static async Task RunAsync(TimeSpan longest, string program, params string[] arguments)
    {
        await using var process = Start(program, arguments);
        await process._process.WaitForExitAsync().WaitAsync(longest);
        if (process._process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process._process.ExitCode}: {string.Join('\n', process.Lines)}");
        }
    }

    /// <summary>Waits for a line that holds a text, past ones too; the program's end before it is an exception.</summary>
    public async Task WaitForLineAsync(string part)
    {
        var seen = _lines.WhenSeenAsync(part);
        if (_process.HasExited)
        {
            _lines.Complete();
        }

        await seen.WaitAsync(Longest);
    }

    /// <summary>Waits for the program's end, whatever it is.</summary>
    public Task WaitForExitAsync() => _process.WaitForExitAsync().WaitAsync(Longest);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // A kill would leave what the program mounted and started.
            _ = Kill(_process.Id, SigTerm);
            await _process.WaitForExitAsync().WaitAsync(Longest);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private void Add(string? line)
    {
        if (line is not null)
        {
            _lines.Add(line);
        }
    }
}
