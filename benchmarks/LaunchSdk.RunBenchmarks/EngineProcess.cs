using System.Diagnostics;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>The recording engine in a process of its own, so that its processor time is nobody's.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "recording-engine";

    private readonly Process _process;

    private EngineProcess(Process process, string host) => (_process, Host) = (process, host);

    public string Host { get; }

    public static async Task<EngineProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(EngineProcess).Assembly.Location);
        start.ArgumentList.Add(Argument);
        var process = Process.Start(start)!;
        return new EngineProcess(process, (await process.StandardOutput.ReadLineAsync())!);
    }

    /// <summary>The other process: an engine until its standard input ends.</summary>
    public static async Task ServeAsync()
    {
        await using var engine = new RecordingEngine();
        Console.WriteLine(engine.Host);
        while (await Console.In.ReadLineAsync() is not null) { }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
