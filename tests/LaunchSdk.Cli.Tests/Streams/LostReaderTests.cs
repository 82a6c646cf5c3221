using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>Output whose reader goes away while the work goes on, as in <c>launch run ... | head -1</c>.</summary>
public sealed class LostReaderTests
{
    private const string ToHead = "{ \"$@\"; echo $? >code; } | head -n 1";
    private const string BrokenPipe = "launch: cannot write to stdout: broken pipe";

    private static readonly string[] Run = ["run", "queue.yaml", "--image", TestEngine.BusyboxImage];

    [EngineTheory]
    [InlineData("yes")]
    [InlineData("echo ready; sleep 600")]
    [InlineData("echo ready; sleep 1; exec yes >&2")]
    public async Task A_run_ends_with_its_reader_and_its_container_is_stopped(string script)
    {
        await using var tool = await StreamTool.CreateAsync();

        var result = await tool.RunAsync(ToHead, [.. Run, "--", "sh", "-c", script]);

        Assert.Equal(125, result.ExitCode);
        Assert.Single(result.Out.TrimEnd('\n').Split('\n'));
        Assert.Contains($"{BrokenPipe}: the run was stopped\n", result.Error, StringComparison.Ordinal);
        Assert.False(await tool.IsRunningAsync(Assert.Single(await tool.ContainersAsync())));
    }

    [EngineFact]
    public async Task A_run_with_a_terminal_ends_with_its_reader()
    {
        await using var tool = await StreamTool.CreateAsync();

        var result = await tool.RunAsync(ToHead, [.. Run, "-t", "--", "sh", "-c", "echo ready; sleep 600"]);

        Assert.Equal((125, "ready\r\n"), (result.ExitCode, result.Out));
    }

    [EngineFact]
    public async Task A_run_ends_with_the_reader_of_its_error_output()
    {
        await using var tool = await StreamTool.CreateAsync();

        var result = await tool.RunAsync(
            "{ \"$@\" 2>&1 >/dev/null; echo $? >code; } | head -n 1",
            [.. Run, "--", "sh", "-c", "echo ready >&2; sleep 600"]
        );

        Assert.Equal((125, "ready\n"), (result.ExitCode, result.Out));
        Assert.False(await tool.IsRunningAsync(Assert.Single(await tool.ContainersAsync())));
    }

    [EngineTheory]
    [InlineData("attach")]
    [InlineData("logs", "--follow")]
    public async Task Who_looks_at_a_container_ends_with_the_reader_and_the_container_goes_on(params string[] command)
    {
        await using var tool = await StreamTool.CreateAsync();
        var container = await tool.StartContainerAsync("sh", "-c", "echo ready; sleep 600");

        var result = await tool.RunAsync(ToHead, [.. command, container]);

        Assert.Equal((125, "ready\n"), (result.ExitCode, result.Out));
        Assert.Contains(BrokenPipe, result.Error, StringComparison.Ordinal);
        Assert.True(await tool.IsRunningAsync(container));
    }

    [Fact]
    public async Task Waiting_for_a_job_ends_with_the_reader_and_the_job_goes_on()
    {
        await using var tool = StreamTool.WithoutEngine();
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");

        var result = await tool.RunAsync("{ \"$@\"; echo $? >code; } | sleep 1", "submit", "--image", "busybox", "--queue", "q", "--wait");

        Assert.Equal(125, result.ExitCode);
        Assert.Matches($"{BrokenPipe}: the job \\S+ goes on\n$", result.Error);
        Assert.Contains("queued", await tool.PrepareAsync("jobs"), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task An_agent_lets_go_of_its_jobs_when_its_reader_is_gone()
    {
        await using var tool = await StreamTool.CreateAsync();
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");

        var result = await tool.RunAsync(ToHead, "agent", "--queue", "q", "--name", $"streams-{Guid.NewGuid():n}");

        Assert.Equal(125, result.ExitCode);
        Assert.Contains($"{BrokenPipe}: the agent has ended", result.Error, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_container_in_the_background_whose_id_nobody_can_read_is_stopped()
    {
        await using var tool = await StreamTool.CreateAsync();

        var result = await tool.RunAsync("\"$@\" >/dev/full", [.. Run, "-d", "--", "sleep", "600"]);

        Assert.Equal(125, result.ExitCode);
        Assert.False(await tool.IsRunningAsync(Assert.Single(await tool.ContainersAsync())));
    }

    [EngineFact]
    public async Task What_is_to_be_done_is_done_for_all_although_nobody_reads_of_it()
    {
        await using var tool = await StreamTool.CreateAsync();
        string[] containers = [await tool.StartContainerAsync("sleep", "600"), await tool.StartContainerAsync("sleep", "600")];

        var result = await tool.RunAsync("\"$@\" >/dev/full", ["stop", .. containers]);

        Assert.Equal(125, result.ExitCode);
        Assert.False(await tool.IsRunningAsync(containers[0]));
        Assert.False(await tool.IsRunningAsync(containers[1]));
    }

    [Fact]
    public async Task Output_that_was_made_non_blocking_is_written_in_full()
    {
        await using var tool = StreamTool.WithoutEngine();
        var variables = string.Concat(Enumerable.Range(0, 3000).Select(static number => $"  - A{number:0000}={new string('x', 50)}\n"));
        await File.WriteAllTextAsync(Path.Combine(tool.Folder, "long.yaml"), $"env:\n{variables}", TestContext.Current.CancellationToken);
        var expected = await tool.PrepareAsync("render", "long.yaml", "--image", "busybox");

        // dd leaves its flag on the pipe, which both processes share.
        var result = await tool.RunAsync(
            "{ dd if=/dev/null oflag=nonblock 2>/dev/null; \"$@\"; echo $? >code; } | { sleep 2; cat; }",
            "render",
            "long.yaml",
            "--image",
            "busybox"
        );

        Assert.Equal((0, expected.Length + 1), (result.ExitCode, result.Out.Length));
    }

    [EngineFact]
    public async Task All_of_a_long_input_arrives()
    {
        await using var tool = await StreamTool.CreateAsync();

        var result = await tool.RunAsync("head -c 30000000 /dev/zero | \"$@\"", [.. Run, "-i", "--", "wc", "-c"]);

        Assert.Equal((0, "30000000\n"), (result.ExitCode, result.Out));
    }
}
