using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests;

/// <summary>The command line itself: what it refuses, what its help says.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("'rendr' is not a command of launch: did you mean render?", "rendr")]
    [InlineData(
        "no command is named: write launch and one of init, validate, rules, render, explain, build, run, ps, logs, attach, stop, rm, prune, doctor, submit, jobs, cancel, requeue, queue, agent"
    )]
    [InlineData("'valdate' is not a command of launch: did you mean validate?", "valdate", "q.yaml")]
    [InlineData("'more' is one word too many for launch ps", "ps", "more")]
    [InlineData("'--frob' is not an option of launch: it has --help, --version", "--frob")]
    [InlineData("'--imgae' is not an option of launch render: did you mean --image?", "render", "q.yaml", "--imgae", "busybox")]
    [InlineData("'--imgae=busybox' is not an option of launch render: did you mean --image?", "render", "q.yaml", "--imgae=busybox")]
    [InlineData("'--fromat' is not an option of launch validate: did you mean --format?", "validate", "q.yaml", "--fromat", "json")]
    [InlineData("Option '--image' is required.", "render", "q.yaml")]
    [InlineData("'yaml' is not a value of --format: write shell, argv, engine", "render", "q.yaml", "--image", "x", "--format", "yaml")]
    [InlineData("'jsn' is not a value of --format: did you mean json?", "validate", "q.yaml", "--format", "jsn")]
    [InlineData("'bsd' is not a value of --os: write linux, windows", "render", "q.yaml", "--image", "x", "--os", "bsd")]
    [InlineData(
        "'memory' is not NAME=VALUE: write a name, an equals sign and the value",
        "render",
        "q.yaml",
        "--image",
        "x",
        "--set-var",
        "memory"
    )]
    [InlineData(
        "'=***' is not NAME=VALUE: write a name, an equals sign and the value",
        "render",
        "q.yaml",
        "--image",
        "x",
        "--macro",
        "=x"
    )]
    [InlineData(
        "'echo' stands before --: write the container's command behind --, as in launch render FILE --image IMAGE -- echo",
        "render",
        "q.yaml",
        "--image",
        "x",
        "echo"
    )]
    [InlineData(
        "there is no FILE before --: name the queue file, as in launch render queue.yaml --image IMAGE -- sh",
        "render",
        "--image",
        "x",
        "--",
        "sh"
    )]
    public async Task A_command_line_that_is_not_understood_is_told_in_one_line(string message, params string[] arguments)
    {
        using var run = new ToolRun().With("q.yaml", "rm: true\n");

        Assert.Equal($"launch: {message}", (await run.FailureAsync(1, arguments)).Split('\n')[0]);
    }

    [Theory]
    [InlineData("run", "q.yaml")]
    [InlineData("run", "absent.yaml", "--image", "busybox")]
    [InlineData("run", "q.yaml", "--image", "busybox", "--frob")]
    [InlineData("run", "broken.yaml", "--image", "busybox")]
    public async Task Errors_of_run_are_told_apart_from_the_containers_own(params string[] arguments)
    {
        using var run = new ToolRun().With("q.yaml", "rm: true\n").With("broken.yaml", "memroy: 1g\n");

        Assert.NotEqual("", await run.FailureAsync(125, arguments));
    }

    [Theory]
    [InlineData("ARGV", "[\"run\",\"--rm\",\"busybox\"]")]
    [InlineData("Shell", "docker run --rm busybox")]
    public async Task The_case_of_a_word_does_not_count(string format, string expected)
    {
        using var run = new ToolRun().With("q.yaml", "rm: true\n");

        Assert.Equal(expected, await run.OutputAsync("render", "q.yaml", "--image", "busybox", "--format", format));
    }

    [Theory]
    [InlineData("help run", "run --help")]
    [InlineData("help queue create", "queue create --help")]
    [InlineData("help", "--help")]
    [InlineData("version", "--version")]
    [InlineData("-v", "--version")]
    public async Task Help_and_version_may_be_words(string words, string options)
    {
        using var expected = new ToolRun();
        using var run = new ToolRun();

        Assert.Equal(await expected.OutputAsync(options.Split(' ')), await run.OutputAsync(words.Split(' ')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("validate")]
    [InlineData("render")]
    [InlineData("explain")]
    [InlineData("run")]
    public async Task Help_has_examples(string command)
    {
        using var run = new ToolRun();

        var help = (await run.OutputAsync(command.Length == 0 ? ["--help"] : [command, "--help"])).Replace(
            System.CommandLine.RootCommand.ExecutableName,
            "launch",
            StringComparison.Ordinal
        );

        Assert.Contains($"\nExamples:\n  launch {(command.Length == 0 ? "validate" : command)} ", help, StringComparison.Ordinal);
        Snapshot.Match(help, command.Length == 0 ? "root" : command);
    }

    [Fact]
    public async Task The_list_of_commands_has_a_line_for_each()
    {
        using var run = new ToolRun();

        var lines = (await run.OutputAsync("--help"))
            .Split('\n')
            .SkipWhile(line => line != "Commands:")
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .ToList();

        Assert.Equal(
            [
                "init",
                "validate",
                "rules",
                "render",
                "explain",
                "build",
                "run",
                "ps",
                "logs",
                "attach",
                "stop",
                "rm",
                "prune",
                "doctor",
                "submit",
                "jobs",
                "cancel",
                "requeue",
                "queue",
                "agent",
            ],
            lines.Select(line => line.Trim().Split(' ')[0])
        );
    }

    [Fact]
    public async Task The_version_is_the_packages()
    {
        using var run = new ToolRun();

        Assert.StartsWith(
            typeof(LaunchTool).Assembly.GetName().Version!.ToString(3),
            await run.OutputAsync("--version"),
            StringComparison.Ordinal
        );
    }
}
