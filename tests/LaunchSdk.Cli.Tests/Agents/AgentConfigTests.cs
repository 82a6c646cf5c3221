using LaunchSdk.Cli.Tests.Queues;

namespace LaunchSdk.Cli.Tests.Agents;

public sealed class AgentConfigTests
{
    [Fact]
    public async Task Each_setting_is_printed_with_its_origin()
    {
        using var tool = new QueueTool()
            .With("launch-config.yaml", "entity: my-team\nqueues: [a, b]\nmax_jobs: 2\nsecure_mode: true\n")
            .WithVariable("WANDB_LAUNCH_MAX_JOBS", "3")
            .WithVariable("WANDB_API_KEY", "key-of-forty-letters");

        var lines = (
            await tool.OutputAsync(
                "agent",
                "-c",
                "launch-config.yaml",
                "-q",
                "c",
                "-q",
                "d",
                "-vv",
                "--gpus",
                "0,1",
                "--policy",
                "open",
                "--print-config"
            )
        ).Split('\n');

        Assert.Equal("c, d command line (--queue)", Setting(lines, "queues"));
        Assert.Equal("my-team file (launch-config.yaml)", Setting(lines, "entity"));
        Assert.Equal("3 environment (WANDB_LAUNCH_MAX_JOBS)", Setting(lines, "max_jobs"));
        Assert.Equal("true file (launch-config.yaml)", Setting(lines, "secure_mode"));
        Assert.Equal("60 s default", Setting(lines, "stopped_run_timeout"));
        Assert.Equal("2 command line (--verbose)", Setting(lines, "verbosity"));
        Assert.Equal("0, 1 command line (--gpu-devices)", Setting(lines, "gpu_devices"));
        Assert.Equal("open command line (--policy)", Setting(lines, "policy"));
        Assert.Equal("*** environment (WANDB_API_KEY)", Setting(lines, "api_key"));
    }

    [Fact]
    public async Task The_usual_file_is_read_where_none_is_named()
    {
        using var tool = new QueueTool().With(".config/wandb/launch-config.yaml", "queues: [usual]\n");

        Assert.StartsWith(
            "usual file (",
            Setting((await tool.OutputAsync("agent", "--print-config")).Split('\n'), "queues"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_usual_file_is_found_where_only_Windows_variable_names_the_home()
    {
        using var tool = new QueueTool().With(".config/wandb/launch-config.yaml", "queues: [usual]\n");
        tool.WithVariable("USERPROFILE", tool.Folder).WithVariable("HOME", "");

        Assert.StartsWith(
            "usual file (",
            Setting((await tool.OutputAsync("agent", "--print-config")).Split('\n'), "queues"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--max-jobs is 0: write 1 or more, or -1 for any number", "-j", "0")]
    [InlineData("cannot read 'absent.yaml': there is no such file", "-c", "absent.yaml")]
    [InlineData(
        "--policy is cpus,memroy: 'memroy' is neither a policy (open, wandb-0.28.1, nothing) nor an option of docker run: did you mean 'memory'?",
        "--policy",
        "cpus,memroy"
    )]
    [InlineData("'--max-job' is not an option of launch agent: did you mean --max-jobs?", "--max-job")]
    [InlineData("'instal' is not a command of launch agent: did you mean install?", "instal")]
    public async Task Settings_that_cannot_be_are_told(string message, params string[] arguments)
    {
        using var tool = new QueueTool();

        var result = await tool.InvokeAsync(["agent", .. arguments]);

        Assert.Equal((1, "", $"launch: {message}"), (result.ExitCode, result.Out, result.Error.Split('\n')[0]));
    }

    [Fact]
    public async Task Problems_of_the_file_are_told_with_their_place()
    {
        using var tool = new QueueTool().With("launch-config.yaml", "max_job: 2\n");

        var result = await tool.InvokeAsync("agent", "-c", "launch-config.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("launch-config.yaml(1,1): error ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_would_never_take_a_job_does_not_begin()
    {
        using var tool = new QueueTool().WithVariable("WANDB_LAUNCH_MAX_JOBS", "0");

        var result = await tool.InvokeAsync("agent", "--once");

        Assert.Equal(
            (1, "", "launch: the environment variable WANDB_LAUNCH_MAX_JOBS is '0': write 1 or more, or -1 for any number\n"),
            (result.ExitCode, result.Out, result.Error)
        );
    }

    [Fact]
    public async Task Any_number_of_jobs_is_minus_one()
    {
        using var tool = new QueueTool();

        Assert.Equal(
            "-1 command line (--max-jobs)",
            Setting((await tool.OutputAsync("agent", "-j", "-1", "--print-config")).Split('\n'), "max_jobs")
        );
    }

    private static string Setting(string[] lines, string name)
    {
        var line = Assert.Single(lines, line => line.StartsWith(name + " ", StringComparison.Ordinal));
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
    }
}
