using System.Text;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>The tool inside this process; what it and its containers write is one text for each stream.</summary>
internal static class CapturedTool
{
    public static async Task<ToolResult> InvokeAsync(
        string[] arguments,
        string folder,
        Func<string, string?> environment,
        Stream input,
        Func<BackendChoice, CancellationToken, Task<IRunQueueBackend>> openBackend,
        MemoryStream? captured = null
    )
    {
        using var output = captured ?? new MemoryStream();
        using var error = new MemoryStream();
        await using var writer = new StreamWriter(output, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        await using var errors = new StreamWriter(error, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        var code = await LaunchTool.RunAsync(
            arguments,
            new ToolConsole
            {
                Out = writer,
                Error = errors,
                In = input,
                RawOut = output,
                RawError = error,
                InputIsTerminal = false,
                WorkingDirectory = folder,
                Environment = environment,
                OpenBackend = openBackend,
            },
            TestContext.Current.CancellationToken
        );
        return new ToolResult(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
