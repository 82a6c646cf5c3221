using System.Diagnostics;
using LaunchSdk.Cli.Tests.Queues;

namespace LaunchSdk.Cli.Tests.Output;

/// <summary><c>launch logs</c> of a job, on a terminal and through a pipe.</summary>
public sealed class JobLogTerminalTests
{
    // What .NET itself tells a terminal.
    private const string Keypad = "\u001b[?1h\u001b=";

    private const string Log = "\u001b[32mgreen\u001b[0m \u001b]52;c;aGk=\u0007\u001b[2Jtext\n";

    [Fact]
    public async Task A_terminal_gets_text_and_colors_only()
    {
        using var tool = new QueueTool();
        var job = await AddJobAsync(tool);

        Assert.Equal("\u001b[32mgreen\u001b[0m text\r\n", await OnTerminalAsync(tool, $"logs {job}"));
    }

    [Fact]
    public async Task Raw_gives_a_terminal_every_byte()
    {
        using var tool = new QueueTool();
        var job = await AddJobAsync(tool);

        Assert.Equal(Log.Replace("\n", "\r\n", StringComparison.Ordinal), await OnTerminalAsync(tool, $"logs --raw {job}"));
    }

    [Fact]
    public async Task A_pipe_gets_every_byte()
    {
        using var tool = new QueueTool();
        var job = await AddJobAsync(tool);

        Assert.Equal(Log, (await tool.InvokeAsync("logs", job)).Out);
    }

    private static async Task<string> AddJobAsync(QueueTool tool)
    {
        await tool.With("q.yaml", "queue: q\nresource_args: {local-container: {rm: true}}\n").OutputAsync("queue", "create", "q.yaml");
        var job = await tool.OutputAsync("submit", "--queue", "q", "--image", "busybox");
        tool.With($"logs/{job}.log", Log);
        return job;
    }

    private static async Task<string> OnTerminalAsync(QueueTool tool, string arguments)
    {
        var start = new ProcessStartInfo(
            "/usr/bin/script",
            ["-qec", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "launch.dll")}' {arguments}", "/dev/null"]
        )
        {
            WorkingDirectory = tool.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in tool.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.StartsWith(Keypad, StringComparison.Ordinal) ? output[Keypad.Length..] : output;
    }
}
