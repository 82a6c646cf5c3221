using LaunchSdk.Cli.Tests.Streams;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Signals;

/// <summary>Signals to <c>launch run</c> before its container runs.</summary>
public sealed class StartSignalTests
{
    private static readonly string[] Run = ["run", "queue.yaml", "--image", "busybox"];

    private static readonly ChaosAnswer StalledPull = ChaosAnswer.Stalled(
        "a pull that stops in its middle",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"status\":\"Pulling\",\"id\":\"layer\"}\n"
    );

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_during_the_pull_gives_the_start_up(string signal, int code)
    {
        await using var engine = new RecordingEngine { ImageMissing = true };
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On("POST /images/create", StalledPull);
        await using var tool = StreamTool.At(proxy.Host);
        await using var process = tool.Start(Run);
        await proxy.WhenAnsweredAsync();

        await process.SignalAsync(signal);
        var result = await process.EndAsync();

        Assert.Equal((code, ""), (result.ExitCode, result.Out));
        Assert.EndsWith("launch: the run was given up before its container ran\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(engine.Requests, static request => request.Line.EndsWith("/start", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_during_the_create_gives_the_start_up_and_the_container_that_may_be_there_is_looked_for(
        string signal,
        int code
    )
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On("POST /containers/create", ChaosAnswer.Silence);
        await using var tool = StreamTool.At(proxy.Host);
        await using var process = tool.Start(Run);
        await proxy.WhenAnsweredAsync();

        await process.SignalAsync(signal);
        var result = await process.EndAsync();

        Assert.Equal((code, ""), (result.ExitCode, result.Out));
        Assert.Contains("launch: the run was given up before its container ran", result.Error, StringComparison.Ordinal);
        Assert.Contains(engine.Requests, static request => request.Line == "GET /containers/json");
    }

    [Theory]
    [InlineData("POST /containers/create", "a container may have been created: launch ps lists it")]
    [InlineData("POST /containers/*/start", "the container [0-9a-f]{12} may still run: launch ps lists it")]
    public async Task The_third_signal_ends_a_start_that_hangs_and_says_what_may_be_left(string request, string left)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(request, ChaosAnswer.Silence);
        await using var tool = StreamTool.At(proxy.Host);
        await using var process = tool.Start(Run);
        await proxy.WhenAnsweredAsync();

        await ThirdSignal.SendAsync(process);
        var result = await process.EndAsync();

        Assert.Contains(result.ExitCode, ThirdSignal.ExitCodes);
        Assert.Matches($"launch: ended by the third signal; {left}", result.Error);
    }

    [Fact]
    public async Task The_third_signal_ends_a_start_that_hangs_although_nobody_reads_the_error_output()
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On("POST /containers/create", ChaosAnswer.Silence);
        await using var tool = StreamTool.At(proxy.Host);
        await using var pipe = await UnreadPipe.CreateAsync(Path.Combine(tool.Folder, "err"));
        await pipe.FillAsync();
        await using var process = tool.StartWithError("err", Run);
        await proxy.WhenAnsweredAsync();

        await ThirdSignal.SendAsync(process);
        var result = await process.EndAsync();

        Assert.Contains(result.ExitCode, ThirdSignal.ExitCodes);
    }

    [Fact]
    public async Task The_third_signal_ends_a_wait_for_a_job_that_hangs_because_nobody_reads_the_error_output()
    {
        await using var tool = StreamTool.WithoutEngine();
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        await using var pipe = await UnreadPipe.CreateAsync(Path.Combine(tool.Folder, "err"));
        await using var process = tool.StartWithError("err", "submit", "--image", "busybox", "--queue", "q", "--wait");
        await pipe.ReadToAsync("queued");
        await pipe.FillAsync();

        // The first one ends the wait, which wants to say so.
        await process.SignalAsync("INT");
        Assert.False(await process.HasEndedAsync(TimeSpan.FromSeconds(2)));
        await process.SignalAsync("TERM");
        Assert.False(await process.HasEndedAsync(TimeSpan.FromSeconds(1)));
        await process.SignalAsync("INT");
        var result = await process.EndAsync();

        Assert.Equal((130, ""), (result.ExitCode, result.Out));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_first_signal_ends_a_wait_and_leaves_the_job(string signal)
    {
        await using var tool = StreamTool.WithoutEngine();
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        await using var process = tool.Start("submit", "--image", "busybox", "--queue", "q", "--wait");
        await process.WaitForErrorAsync("queued");

        await process.SignalAsync(signal);
        var result = await process.EndAsync();

        Assert.Equal((130, ""), (result.ExitCode, result.Out));
        Assert.Contains(
            "launch: no longer waiting; the job goes on. Follow it with launch logs -f",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("queued", await tool.PrepareAsync("jobs"), StringComparison.Ordinal);
    }
}
