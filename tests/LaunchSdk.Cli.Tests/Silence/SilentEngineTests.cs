using LaunchSdk.Cli.Tests.Streams;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Silence;

/// <summary>An engine that takes connections and answers nothing: a real dockerd, stopped with SIGSTOP.</summary>
/// <param name="silent">The engine.</param>
[Collection(SilenceCollection.Name)]
[Trait("Engine", "real")]
[Trait("Category", "Slow")]
public sealed class SilentEngineTests(SilentEngine silent) : IClassFixture<SilentEngine>
{
    private const string Silence = "has not answered for";

    private static readonly string[] Run = ["run", "queue.yaml", "--image", TestEngine.BusyboxImage, "--", "sh", "-c"];

    /// <summary>The commands that talk to the engine, and a build. An agent waits for its engine instead.</summary>
    public static TheoryData<string> Verbs =>
        [.. VerbCases.All.Where(static verb => verb.Value.NeedsEngine && verb.Key != "agent").Select(static verb => verb.Key), "build"];

    [Theory(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    [MemberData(nameof(Verbs))]
    public async Task Every_command_ends_and_says_that_the_engine_does_not_answer(string verb)
    {
        await using var tool = StreamTool.On(silent.Engine.Plain);
        var arguments =
            verb == "build"
                ? ["build", "./train", "--entry-point", "python train.py", "--build-with", "classic"]
                : await VerbCases.All[verb].Prepare(tool);
        await silent.Engine.FreezeAsync();
        try
        {
            await using var process = tool.Start(arguments);

            var result = await process.EndAsync();

            Assert.Equal(verb == "doctor" ? 1 : 125, result.ExitCode);
            Assert.Contains("no answer within 10 s", result.Out + result.Error, StringComparison.Ordinal);
        }
        finally
        {
            await silent.Engine.ThawAsync();
        }
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task A_run_says_that_its_engine_does_not_answer_and_when_it_does_again()
    {
        await using var tool = StreamTool.On(silent.Engine.Plain);
        await using var process = tool.Start([.. Run, "trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.1; done"]);
        await process.WaitForLineAsync("ready");
        await StartedAsync(tool);

        await silent.Engine.FreezeAsync();
        await process.WaitForErrorAsync(Silence);
        await silent.Engine.ThawAsync();
        await process.WaitForErrorAsync("answers again");
        await process.SignalAsync("TERM");
        var result = await process.EndAsync();

        Assert.Equal((3, "ready\nbye\n"), (result.ExitCode, result.Out));
        Assert.Single(result.Error.Split('\n'), static line => line.Contains(Silence, StringComparison.Ordinal));
    }

    [Theory(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    [InlineData("run")]
    [InlineData("attach")]
    public async Task The_third_signal_ends_the_tool_whose_engine_does_not_answer_and_says_what_is_left(string verb)
    {
        await using var tool = StreamTool.On(silent.Engine.Plain);
        var script = "echo ready; exec sleep 600";
        await using var process = tool.Start(
            verb == "run" ? [.. Run, script] : ["attach", await tool.StartContainerAsync("sh", "-c", script)]
        );
        await process.WaitForLineAsync("ready");
        var container = await StartedAsync(tool);

        await silent.Engine.FreezeAsync();
        try
        {
            // Three of one kind may reach a process as fewer.
            await process.SignalAsync("INT");
            await process.SignalAsync("TERM");
            await process.SignalAsync("HUP");
            var result = await process.EndAsync();

            Assert.Contains(result.ExitCode, (int[])[129, 130, 143]);
            Assert.Contains("ended by the third signal", result.Error, StringComparison.Ordinal);
            Assert.Contains($"the container {container[..12]} may still run", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            await silent.Engine.ThawAsync();
        }
    }

    // What a container writes may come before the engine's answer that it runs. An inspection waits in dockerd until the start is done.
    private async Task<string> StartedAsync(StreamTool tool)
    {
        var container = Assert.Single(await tool.ContainersAsync());
        var details = await silent.Engine.Plain.GetAsync($"containers/{container}/json", TestContext.Current.CancellationToken);
        Assert.True((bool)details!["State"]!["Running"]!);
        return container;
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task Following_logs_ends_when_the_engine_does_not_answer()
    {
        await using var tool = StreamTool.On(silent.Engine.Plain);
        var container = await tool.StartContainerAsync("sh", "-c", "echo ready; exec sleep 600");
        await using var process = tool.Start("logs", "--follow", container);
        await process.WaitForLineAsync("ready");

        await silent.Engine.FreezeAsync();
        try
        {
            var result = await process.EndAsync();

            Assert.Equal(125, result.ExitCode);
            Assert.Contains("no answer to GET", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            await silent.Engine.ThawAsync();
        }
    }
}
