using System.IO.Pipelines;
using System.Text;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class ContainerRunTests : EngineTests
{
    [EngineFact]
    public async Task The_exit_code_is_the_containers()
    {
        var result = await RunAsync(Plans.Shell("exit 3"));

        Assert.Equal(3, result.ExitCode);
    }

    [EngineFact]
    public async Task Standard_output_and_standard_error_come_apart()
    {
        await RunAsync(Plans.Shell("echo to out; echo to err >&2; echo more"));

        Assert.Equal("to out\nmore\n", Output.Stdout);
        Assert.Equal("to err\n", Output.Stderr);
    }

    [EngineFact]
    public async Task Output_comes_before_the_container_ends()
    {
        var input = new Pipe();

        var run = RunAsync(Plans.Shell("echo ready; cat; echo done").WithInput(), input.Reader.AsStream());
        await Output.WaitForStdoutAsync("ready", Token);
        Assert.False(run.IsCompleted);
        await input.Writer.CompleteAsync();
        await run;

        Assert.Equal("ready\ndone\n", Output.Stdout);
    }

    [EngineFact]
    public async Task Input_reaches_the_container_and_its_end_too()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("first\nsecond\n"));

        await RunAsync(Plans.Command("cat").WithInput(), input);

        Assert.Equal("first\nsecond\n", Output.Stdout);
    }

    [EngineFact]
    public async Task A_container_that_closes_its_input_early_ends_well()
    {
        using var input = new MemoryStream(new byte[4 * 1024 * 1024]);

        var result = await RunAsync(Plans.Shell("head -c 1 | wc -c").WithInput(), input);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1\n", Output.Stdout);
    }

    [EngineFact]
    public async Task A_terminal_gives_one_raw_stream()
    {
        await RunAsync(Plans.Shell("test -t 1 && echo terminal; echo both >&2").With(parameters => parameters.Tty = true));

        Assert.Equal("terminal\r\nboth\r\n", Output.Stdout);
        Assert.Empty(Output.Stderr);
    }

    [EngineFact]
    public async Task No_byte_of_a_large_output_is_lost()
    {
        await RunAsync(Plans.Shell("dd if=/dev/zero bs=1024 count=16384 2>/dev/null; echo end >&2"));

        Assert.Equal(16 * 1024 * 1024, Output.StdoutLength);
        Assert.Equal("end\n", Output.Stderr);
    }

    [EngineFact]
    public async Task With_automatic_removal_nothing_is_left_when_the_run_returns()
    {
        await RunAsync(Plans.Shell(":"));

        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task Without_automatic_removal_the_stopped_container_is_left()
    {
        var result = await RunAsync(Plans.Shell("exit 4").KeptAfterwards());

        var state = (await Engine.GetAsync($"containers/{result.Id}/json", Token))!["State"]!;
        Assert.Equal(4, result.ExitCode);
        Assert.Equal("exited", (string?)state["Status"]);
    }

    [EngineFact]
    public async Task A_detached_run_returns_while_the_container_goes_on()
    {
        var result = await RunAsync(Plans.Command("sleep", "600") with { Detach = true });

        var state = (await Engine.GetAsync($"containers/{result.Id}/json", Token))!["State"]!;
        Assert.Null(result.ExitCode);
        Assert.True((bool)state["Running"]!);
    }

    [EngineFact]
    public async Task A_container_id_file_holds_the_id()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(folder, "id");

        var result = await RunAsync(Plans.Shell(":") with { CidFile = file });

        Assert.Equal(result.Id, await File.ReadAllTextAsync(file, Token));
        Directory.Delete(folder, recursive: true);
    }

    [EngineFact]
    public async Task Many_runs_at_once_keep_their_exit_codes()
    {
        var runs = Enumerable
            .Range(0, 8)
            .Select(async code =>
                (
                    code,
                    (
                        await new ContainerRunner(Docker).RunAsync(Labelled(Plans.Shell($"exit {code}")), new CapturedOutput(), null, Token)
                    ).ExitCode
                )
            );

        Assert.All(await Task.WhenAll(runs), run => Assert.Equal(run.code, run.ExitCode));
    }
}
