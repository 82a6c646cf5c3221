using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>A run ends when the engine tells of the container's end, which is before the engine itself is done with it.</summary>
public sealed class JustEndedTests
{
    private const int Rounds = 20;

    private readonly string _name = $"launchsdk-test-{Guid.NewGuid():n}";

    [EngineFact]
    public async Task A_container_whose_run_has_ended_is_removed_and_its_name_is_free()
    {
        await using var tool = await EngineTool.CreateAsync($"name: {_name}");

        for (var round = 1; round <= Rounds; round++)
        {
            Assert.Equal(new ToolResult(round, "", ""), await tool.RunAsync([], "sh", "-c", $"exit {round}"));
            Assert.Equal(new ToolResult(0, $"{_name}\n", ""), await tool.InvokeAsync("rm", _name));
        }
    }

    [EngineFact]
    public async Task A_container_whose_run_has_ended_is_stopped_without_a_word_and_listed_as_ended()
    {
        await using var tool = await EngineTool.CreateAsync($"name: {_name}");

        for (var round = 1; round <= Rounds; round++)
        {
            await tool.RunAsync([], "true");
            var listed = await tool.InvokeAsync("ps");
            var stopped = await tool.InvokeAsync("stop", _name);
            await tool.InvokeAsync("rm", _name);

            var line = Assert.Single(listed.Out.Split('\n'), line => line.Contains(_name, StringComparison.Ordinal));
            Assert.Contains("Exited (0)", line, StringComparison.Ordinal);
            Assert.Equal(new ToolResult(0, $"{_name}\n", ""), stopped);
        }
    }

    [EngineFact]
    public async Task A_container_with_rm_is_gone_when_its_stop_returns_and_its_name_is_free()
    {
        await using var tool = await EngineTool.CreateAsync($"rm: true\nstop-timeout: 0\nname: {_name}");

        for (var round = 1; round <= Rounds; round++)
        {
            var started = await tool.RunAsync(["-d"], "sleep", "600");
            var stopped = await tool.InvokeAsync("stop", _name);
            var listed = await tool.InvokeAsync("ps");

            Assert.Equal((0, ""), (started.ExitCode, started.Error));
            Assert.Equal(new ToolResult(0, $"{_name}\n", ""), stopped);
            Assert.DoesNotContain(_name, listed.Out, StringComparison.Ordinal);
        }
    }
}
