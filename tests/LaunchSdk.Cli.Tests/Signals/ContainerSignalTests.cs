using LaunchSdk.Cli.Tests.Agents;
using LaunchSdk.Cli.Tests.Running;
using LaunchSdk.Cli.Tests.Streams;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Signals;

/// <summary>Signals to the tool while a container runs.</summary>
public sealed class ContainerSignalTests
{
    private const string Loop = "echo ready; while :; do sleep 0.1; done";

    [EngineTheory]
    [InlineData("run", "INT")]
    [InlineData("run", "TERM")]
    [InlineData("run", "HUP")]
    [InlineData("run", "QUIT")]
    [InlineData("attach", "INT")]
    [InlineData("attach", "QUIT")]
    public async Task The_first_signal_goes_to_the_container(string verb, string signal)
    {
        await using var tool = await StreamTool.CreateAsync();
        await using var process = await StartAsync(tool, verb, $"trap 'echo got {signal}; exit 3' {signal}; {Loop}");

        await process.SignalAsync(signal);
        var result = await process.EndAsync();

        Assert.Equal(new ToolResult(3, $"ready\ngot {signal}\n", ""), result);
    }

    [EngineTheory]
    [InlineData("run")]
    [InlineData("attach")]
    public async Task The_second_signal_stops_the_container(string verb)
    {
        await using var tool = await StreamTool.CreateAsync("stop-timeout: 60");
        await using var process = await StartAsync(tool, verb, $"trap 'echo int' INT; trap 'echo stopped; exit 6' TERM; {Loop}");

        await process.SignalAsync("INT");
        await process.WaitForLineAsync("int");
        await process.SignalAsync("INT");
        var result = await process.EndAsync();

        Assert.Equal(new ToolResult(6, "ready\nint\nstopped\n", ""), result);
    }

    [EngineTheory]
    [InlineData("INT")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    public async Task Without_sig_proxy_the_first_signal_stops_the_container(string signal)
    {
        await using var tool = await StreamTool.CreateAsync("stop-timeout: 60\nsig-proxy: false");
        await using var process = await StartAsync(tool, "run", $"trap 'echo got' {signal}; trap 'echo stopped; exit 5' TERM; {Loop}");

        await process.SignalAsync(signal);
        var result = await process.EndAsync();

        Assert.Equal(new ToolResult(5, "ready\nstopped\n", ""), result);
    }

    [EngineFact]
    public async Task The_third_signal_ends_the_tool_although_nobody_reads_the_containers_errors()
    {
        await using var tool = await StreamTool.CreateAsync("stop-timeout: 600");
        await using var pipe = await UnreadPipe.CreateAsync(Path.Combine(tool.Folder, "err"));
        await using var process = tool.StartWithError(
            "err",
            [.. Arguments("trap '' TERM INT HUP; echo ready; echo ready >&2; while :; do echo more >&2; done")]
        );
        // The container fills the pipe.
        await pipe.ReadToAsync("ready");

        await ThirdSignal.SendAsync(process);
        var result = await process.EndAsync();

        Assert.Contains(result.ExitCode, ThirdSignal.ExitCodes);
        Assert.Single(await tool.ContainersAsync());
    }

    [EngineFact]
    public async Task The_third_signal_of_an_agent_leaves_its_containers_to_the_next_one()
    {
        await using var story = await AgentStory.CreateAsync();
        var id = await story.SubmitAsync("sh", "-c", "trap '' TERM; echo begun; while [ ! -e /end ]; do sleep 0.1; done");
        await using (var agent = story.Start("agent", "-q", "work", "--stopped-run-timeout", "600s"))
        {
            await agent.WaitForLineAsync($"({id}): runs");
            await agent.SignalAsync("INT");
            await agent.WaitForLineAsync("takes no more jobs");
            await agent.SignalAsync("TERM");
            await agent.SignalAsync("INT");
            var result = await agent.EndAsync();

            // An agent that needs longer than its grace to leave is ended with the signal's code, and says what is left.
            if (result.ExitCode != 0)
            {
                Assert.Contains(result.ExitCode, (int[])[130, 143]);
                Assert.Contains(
                    "ended by the third signal; its containers go on, and the next agent of its name takes them over",
                    result.Error,
                    StringComparison.Ordinal
                );
            }
        }

        Assert.Single(await story.ContainersAsync());
        await using var next = story.Start("agent", "-q", "work", "--once", "--stopped-run-timeout", "0s");
        await next.WaitForLineAsync(id);
        await story.RunAsync("cancel", id);
        Assert.Equal(0, (await next.EndAsync()).ExitCode);
        Assert.Empty(await story.ContainersAsync());
    }

    private static string[] Arguments(string script) => ["run", "queue.yaml", "--image", TestEngine.BusyboxImage, "--", "sh", "-c", script];

    private static async Task<ToolProcess> StartAsync(StreamTool tool, string verb, string script)
    {
        var process = tool.Start(verb == "run" ? Arguments(script) : ["attach", await tool.StartContainerAsync("sh", "-c", script)]);
        await process.WaitForLineAsync("ready");
        return process;
    }
}
