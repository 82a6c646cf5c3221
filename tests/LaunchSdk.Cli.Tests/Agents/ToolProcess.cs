using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Cli.Tests.Running;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Agents;

/// <summary>The built tool as a process of its own, which gets real signals.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly OutputLines _lines = new();
    private readonly OutputLines _errors = new();
    private readonly Task _error;
    private readonly Task _output;

    private ToolProcess(Process process)
    {
        _process = process;
        _error = ReadAsync(process.StandardError, _errors);
        _output = ReadAsync(process.StandardOutput, _lines);
    }

    /// <summary>Starts the tool with only these variables and those that dotnet needs.</summary>
    public static ToolProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // Where the tests run in the background Ctrl-C is ignored, and that would be handed down.
        string[] prefix = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        return Start(prefix, folder, environment, arguments);
    }

    /// <summary>Starts the tool under a umask.</summary>
    public static ToolProcess StartWithUmask(
        string umask,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Start(["sh", "-c", $"umask {umask}; exec dotnet \"$@\"", "sh"], folder, environment, arguments);

    /// <summary>Starts the tool with standard error on a file or a named pipe.</summary>
    public static ToolProcess StartWithError(
        string file,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Start(["sh", "-c", $"exec env --default-signal=INT dotnet \"$@\" 2>{file}", "sh"], folder, environment, arguments);

    private static ToolProcess Start(string[] prefix, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(prefix[0], [.. prefix[1..], Path.Combine(AppContext.BaseDirectory, "launch.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line of the output that holds a text, past ones too.</summary>
    public Task WaitForLineAsync(string part) => WaitForLineAsync(part, _lines, _output);

    /// <summary>The same for a line of the error output.</summary>
    public Task WaitForErrorAsync(string part) => WaitForLineAsync(part, _errors, _error);

    /// <summary>Sends a signal such as <c>INT</c>.</summary>
    public Task SignalAsync(string signal) =>
        HostProcess.RunAsync("kill", $"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether it has ended, waiting for a moment.</summary>
    /// <param name="moment">How long to wait.</param>
    public async Task<bool> HasEndedAsync(TimeSpan moment)
    {
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(moment));
        return _process.HasExited;
    }

    /// <summary>Waits for the end.</summary>
    public async Task<ToolResult> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Longest);
        await Task.WhenAll(_output, _error);
        return new ToolResult(_process.ExitCode, Text(_lines), Text(_errors));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Text(OutputLines lines) => string.Concat(lines.Read().Select(static line => line + "\n"));

    private static async Task ReadAsync(StreamReader reader, OutputLines lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
    }

    private async Task WaitForLineAsync(string part, OutputLines lines, Task ended)
    {
        var seen = lines.WhenSeenAsync(part);
        await Task.WhenAny(seen, ended).WaitAsync(Longest);
        if (!seen.IsCompleted)
        {
            Assert.Fail($"The tool ended before it wrote '{part}': {Text(_lines)}\n{Text(_errors)}");
        }
    }
}
