using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

public sealed class RunFlagsTests
{
    [EngineFact]
    public async Task The_exit_code_and_both_outputs_are_the_containers()
    {
        await using var tool = await EngineTool.CreateAsync();

        var result = await tool.RunAsync([], "sh", "-c", "echo out; echo err >&2; exit 7");

        Assert.Equal(new ToolResult(7, "out\n", "err\n"), result);
    }

    [EngineFact]
    public async Task Detached_it_prints_the_id_and_leaves_the_container_running()
    {
        await using var tool = await EngineTool.CreateAsync();

        var result = await tool.RunAsync(["-d"], "sleep", "600");

        Assert.Equal(0, result.ExitCode);
        Assert.True((bool)(await tool.InspectAsync(result.Out.Trim()))!["State"]!["Running"]!);
    }

    [EngineFact]
    public async Task A_flag_goes_before_the_queues_option()
    {
        await using var tool = await EngineTool.CreateAsync("detach: false");

        var result = await tool.RunAsync(["--detach"], "sleep", "600");

        Assert.Equal(65, result.Out.Length);
    }

    [EngineFact]
    public async Task After_its_time_a_container_is_stopped_and_the_code_is_124()
    {
        await using var tool = await EngineTool.CreateAsync("stop-timeout: 0");

        var result = await tool.RunAsync(["--timeout", "1s", "--cidfile", Path.Combine(tool.Folder, "id")], "sleep", "600");

        Assert.Equal(124, result.ExitCode);
        Assert.Contains("was stopped after the --timeout limit", result.Error, StringComparison.Ordinal);
        var id = await File.ReadAllTextAsync(Path.Combine(tool.Folder, "id"), TestContext.Current.CancellationToken);
        Assert.False((bool)(await tool.InspectAsync(id))!["State"]!["Running"]!);
    }

    [EngineFact]
    public async Task A_time_that_is_none_is_refused()
    {
        await using var tool = await EngineTool.CreateAsync();

        var result = await tool.RunAsync(["--timeout", "soon"], "true");

        Assert.Equal(125, result.ExitCode);
        Assert.Contains("soon", result.Error, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_container_gets_a_terminal()
    {
        await using var tool = await EngineTool.CreateAsync();

        var result = await tool.RunAsync(["-t"], "tty");

        Assert.Equal("/dev/pts/0\r\n", result.Out);
    }
}
