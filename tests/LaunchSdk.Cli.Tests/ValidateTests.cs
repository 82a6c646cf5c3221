using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests;

/// <summary><c>launch validate</c></summary>
public sealed class ValidateTests
{
    private const string Broken = "memroy: 16g\nrm: \"true\"\nbuilder:\n  cuda: { base_image: a }\nlabel: [\"50%, 'x'=1\", yes]\n";

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    public async Task Problems_are_printed_in_a_format(string format)
    {
        using var run = new ToolRun().With("queue,a.yaml", Broken);

        Assert.Equal(1, await run.RunAsync("validate", "queue,a.yaml", "--format", format));
        Snapshot.Match(run.Out, format);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("github", "")]
    [InlineData("json", "[]")]
    public async Task A_file_without_problems_prints_none(string format, string expected)
    {
        using var run = new ToolRun().With("queue.yaml", "gpus: all\n");

        Assert.Equal(expected, await run.OutputAsync("validate", "queue.yaml", "--format", format));
    }

    [Fact]
    public async Task Warnings_alone_are_no_failure()
    {
        using var run = new ToolRun().With("queue.yaml", "m: 1g\nmemory: 2g\n");

        Assert.Equal(
            "queue.yaml(2,9): warning LSDK0102: 'memory' and 'm' are one option, and docker uses the last: keep one of them",
            await run.OutputAsync("validate", "queue.yaml")
        );
    }

    [Fact]
    public async Task Standard_input_is_a_file_named_dash()
    {
        using var run = new ToolRun { Input = "{\"memroy\": \"1g\"}" };

        Assert.Equal(1, await run.RunAsync("validate", "-"));
        Assert.Equal("-(1,2): error LSDK0003: 'memroy' is not an option of docker run: did you mean 'memory'?\n", run.Out);
    }

    [Fact]
    public async Task The_kind_may_be_given()
    {
        using var run = new ToolRun().With("a.yaml", "entity: e\n");

        Assert.Equal(1, await run.RunAsync("validate", "a.yaml"));
        Assert.Equal(0, await run.RunAsync("validate", "a.yaml", "--kind", "agent"));
        Assert.Equal(1, await run.RunAsync("validate", "a.yaml", "--kind", "job"));
    }

    [Fact]
    public async Task Files_of_all_kinds_are_checked_together()
    {
        using var run = new ToolRun()
            .With("queue.yaml", "memroy: 1g\n")
            .With("launch-config.yaml", "max_job: 1\n")
            .With("job.yaml", "job: a\nprio: high\n");

        Assert.Equal(1, await run.RunAsync("validate", "queue.yaml", "launch-config.yaml", "job.yaml"));
        Assert.Equal(
            ["queue.yaml(1,1): error LSDK0003", "launch-config.yaml(1,1): error LSDK0003", "job.yaml(2,1): error LSDK0003"],
            run.Out.TrimEnd('\n').Split('\n').Select(line => line[..line.IndexOf(": '", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_hides_nothing_of_the_others()
    {
        using var run = new ToolRun().With("queue.yaml", "memroy: 1g\n");

        Assert.Equal(1, await run.RunAsync("validate", "absent.yaml", "queue.yaml"));
        Assert.Equal("launch: cannot read 'absent.yaml': there is no such file\n", run.Error);
        Assert.StartsWith("queue.yaml(1,1): error LSDK0003", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_without_configuration_is_no_file()
    {
        using var run = new ToolRun();

        Assert.Equal(
            "launch: '.' has no launch-config.yaml and no queue files (*.yaml, *.yml, *.json): name the files to check",
            await run.FailureAsync(1, "validate", ".")
        );
    }

    [Fact]
    public async Task A_file_that_the_system_will_not_open_is_named()
    {
        using var run = new ToolRun();

        Assert.StartsWith("launch: cannot read 'a\\u0000b': ", await run.FailureAsync(1, "validate", "a\0b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_allowed_environment_macro_is_known()
    {
        using var run = new ToolRun().With("queue.yaml", "volume: ${HOME}:/home\n");

        Assert.Equal(1, await run.RunAsync("validate", "queue.yaml"));
        Assert.Equal(0, await run.RunAsync("validate", "queue.yaml", "--allow-env", "HOME"));
    }

    [Fact]
    public async Task A_file_behind_the_dashes_may_start_with_one()
    {
        using var run = new ToolRun().With("-queue.yaml", "rm: true\n");

        Assert.Equal("", await run.OutputAsync("validate", "--", "-queue.yaml"));
    }
}
