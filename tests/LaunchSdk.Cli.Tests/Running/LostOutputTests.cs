using LaunchSdk.Cli.Backends;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>Output that cannot be had any more is one line on stderr; the exit code stays the container's.</summary>
public sealed class LostOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launch-lost-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_whose_stream_and_logs_are_cut_says_so()
    {
        // A frame of one byte whose stream docker does not have; the logs of this engine cannot be read.
        await using var engine = new RecordingEngine { ExitCode = 4, Output = new byte[] { 9, 0, 0, 0, 0, 0, 0, 1, 65 } };

        var result = await InvokeAsync(engine.Host, "rm: false", "run", "queue.yaml", "--image", "busybox");

        Assert.Equal((4, ""), (result.ExitCode, result.Out));
        Assert.StartsWith(Warning("000000000000"), Line(result), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Attaching_to_a_container_whose_log_cannot_be_read_says_so()
    {
        await using var tool = await EngineTool.CreateAsync("log-driver: none");
        var id = (await tool.RunAsync(["-d"], "sh", "-c", "echo words; exit 6")).Out.Trim();

        var attached = await tool.InvokeAsync("attach", id);

        Assert.Equal((6, ""), (attached.ExitCode, attached.Out));
        Assert.StartsWith(Warning(id[..12]), Line(attached), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Following_a_log_that_cannot_be_read_says_so()
    {
        await using var tool = await EngineTool.CreateAsync("log-driver: none");
        var id = (await tool.RunAsync(["-d"], "true")).Out.Trim();

        var followed = await tool.InvokeAsync("logs", "--follow", id);

        Assert.Equal((125, ""), (followed.ExitCode, followed.Out));
        Assert.StartsWith($"launch: reading the logs of the container {id[..12]}: ", Line(followed), StringComparison.Ordinal);
    }

    [Trait("Engine", "real")]
    [Trait("Category", "Slow")]
    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task A_run_with_rm_whose_engine_is_killed_and_started_again_says_so()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        var written = new SignalStream("tick");
        var running = InvokeAsync(engine.Host, "rm: true", written, Run("while :; do echo tick; sleep 0.1; done"));
        await written.Seen.WaitAsync(Token);
        // A container writes before the engine has noted its start, and of one that it has not noted an engine that is killed knows no end.
        var id = (string)(await engine.Plain.GetAsync("containers/json?all=1", Token))![0]!["Id"]!;
        Assert.True((bool)(await engine.Plain.GetAsync($"containers/{id}/json", Token))!["State"]!["Running"]!);

        await engine.KillAsync();
        await engine.StartAgainAsync(Token);
        var result = await running;

        Assert.NotEqual(0, result.ExitCode);
        // That the engine was away is said too.
        var warning = Assert.Single(
            result.Error.Split('\n'),
            static line => line.StartsWith("launch: warning: ", StringComparison.Ordinal)
        );
        Assert.Contains(" is lost: ", warning, StringComparison.Ordinal);
    }

    [Trait("Engine", "real")]
    [Trait("Category", "Slow")]
    [Theory(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    [InlineData("stopped")]
    [InlineData("killed")]
    public async Task Following_the_logs_of_a_container_that_outlives_its_engine_says_so(string end)
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: true, Token);
        var id = (await InvokeAsync(engine.Host, "detach: true", Run("echo tick; sleep 600"))).Out.Trim();
        var written = new SignalStream("tick");
        var following = InvokeAsync(engine.Host, "rm: false", written, "logs", "--follow", id);
        await written.Seen.WaitAsync(Token);

        await (end == "stopped" ? engine.StopAsync() : engine.KillAsync());
        var result = await following;
        await engine.StartAgainAsync(Token);
        await engine.Plain.RemoveAsync(id, Token);

        Assert.Equal(125, result.ExitCode);
        Assert.StartsWith("launch: ", Line(result), StringComparison.Ordinal);
        Assert.Contains(id[..12], Line(result), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Line(ToolResult result) => Assert.Single(result.Error.TrimEnd('\n').Split('\n'));

    private static string Warning(string id) => $"launch: warning: part of the output of the container {id} is lost: ";

    private static string[] Run(string script) => ["run", "queue.yaml", "--image", TestEngine.BusyboxImage, "--", "sh", "-c", script];

    private Task<ToolResult> InvokeAsync(string host, string queue, params string[] arguments) =>
        InvokeAsync(host, queue, new MemoryStream(), arguments);

    private async Task<ToolResult> InvokeAsync(string host, string queue, MemoryStream output, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "queue.yaml"), $"{queue}\nnetwork: none\n", Token);
        return await CapturedTool.InvokeAsync(
            arguments,
            _folder,
            name =>
                name switch
                {
                    "DOCKER_HOST" => host,
                    "HOME" or "DOCKER_CONFIG" => _folder,
                    _ => null,
                },
            Stream.Null,
            BackendOpener.OpenAsync,
            output
        );
    }
}
