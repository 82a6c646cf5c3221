using System.Text.Json;

namespace LaunchSdk.Cli.Tests;

/// <summary><c>launch render</c></summary>
public sealed class RenderTests
{
    private const string Queue = "env: [MY_ENV_VAR=value, MY_EXISTING_ENV_VAR]\nvolume: /mnt/datasets:/mnt/datasets\nrm: true\n";

    [Fact]
    public async Task A_line_for_a_shell_is_the_default()
    {
        using var run = new ToolRun().With("queue.yaml", Queue);

        Assert.Equal(
            "docker run --env MY_ENV_VAR=value --env MY_EXISTING_ENV_VAR --volume /mnt/datasets:/mnt/datasets --rm busybox echo 'a b'",
            await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--", "echo", "a b")
        );
    }

    [Theory]
    [InlineData("posix", "docker run --env 'A=x y' busybox")]
    [InlineData("powershell", "docker run --env 'A=x y' busybox")]
    [InlineData("cmd", "docker run --env ^\"A=x y^\" busybox")]
    public async Task Quoting_is_that_of_the_shell(string shell, string expected)
    {
        using var run = new ToolRun().With("queue.yaml", "env: A=x y\n");

        Assert.Equal(expected, await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--shell", shell));
    }

    [Fact]
    public async Task Argv_is_a_json_array_that_starts_with_run()
    {
        using var run = new ToolRun().With("queue.yaml", "e: A=\"é\"\nrm: false\n");

        Assert.Equal(
            """["run","-e","A=\"é\"","--rm=false","busybox"]""",
            await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--format", "argv")
        );
    }

    [Fact]
    public async Task Engine_is_the_request_that_creates_the_container()
    {
        using var run = new ToolRun().With("queue.yaml", Queue);
        run.Environment["MY_EXISTING_ENV_VAR"] = "seen";

        using var request = JsonDocument.Parse(
            await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--format", "engine", "--", "sh")
        );

        var body = request.RootElement.GetProperty("body");
        Assert.Equal(["query", "body"], request.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["MY_ENV_VAR=value", "MY_EXISTING_ENV_VAR=seen"],
            body.GetProperty("Env").EnumerateArray().Select(item => item.GetString())
        );
        Assert.Equal("busybox", body.GetProperty("Image").GetString());
        Assert.True(body.GetProperty("HostConfig").GetProperty("AutoRemove").GetBoolean());
    }

    [Fact]
    public async Task An_option_newer_than_the_engine_is_refused_by_name()
    {
        using var run = new ToolRun().With("queue.yaml", "annotation: a=b\n");

        var error = await run.FailureAsync(1, "render", "queue.yaml", "--image", "busybox", "--format", "engine", "--api-version", "1.41");

        Assert.StartsWith("queue.yaml(1,13): error LSDK0015: ", error, StringComparison.Ordinal);
        Assert.Contains("annotation", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("-1.41")]
    [InlineData("99999999999.1")]
    public async Task An_api_version_that_is_none_is_a_clear_error(string version)
    {
        using var run = new ToolRun().With("queue.yaml", "rm: true\n");

        Assert.StartsWith(
            $"launch: '{version}' is not an Engine API version: write two numbers and a dot, such as 1.55\n",
            await run.FailureAsync(1, "render", "queue.yaml", "--image", "busybox", "--api-version=" + version),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Problems_of_the_queue_and_the_override_are_on_stderr_together()
    {
        using var run = new ToolRun().With("queue.yaml", "memroy: 1g\n").With("job.yaml", "cpus: many\n");

        var error = await run.FailureAsync(1, "render", "queue.yaml", "--image", "busybox", "--override", "job.yaml");

        Assert.Equal(
            ["queue.yaml(1,1): error LSDK0003", "job.yaml(1,7): error LSDK0005"],
            error.Split('\n').Select(line => line[..line.IndexOf(": ", 20, StringComparison.Ordinal)])
        );
    }

    [Fact]
    public async Task An_override_replaces_and_takes_away()
    {
        using var run = new ToolRun().With("queue.yaml", Queue).With("job.json", """{"e": "B=2", "rm": null}""");

        Assert.Equal(
            "docker run -e B=2 --volume /mnt/datasets:/mnt/datasets busybox",
            await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--override", "job.json")
        );
    }

    [Fact]
    public async Task An_override_may_be_a_whole_job()
    {
        using var run = new ToolRun()
            .With("queue.yaml", "rm: true\n")
            .With("job.yaml", "job: train:v3\nresource_args: { local-container: { init: true } }\n");

        Assert.Equal(
            "docker run --rm --init busybox",
            await run.OutputAsync("render", "queue.yaml", "--image", "busybox", "--override", "job.yaml")
        );
    }

    [Fact]
    public async Task Values_may_hold_equals_signs_and_start_with_an_at_sign()
    {
        using var run = new ToolRun().With("queue.yaml", "env: ['A={{a}}', 'B={{b}}', 'R=${run_id}']\n").With("x", "--help");

        Assert.Equal(
            "docker run --env A=x=y== --env B=@x --env R=a=b busybox @x",
            await run.OutputAsync(
                "render",
                "queue.yaml",
                "--image",
                "busybox",
                "--set-var",
                "a=x=y==",
                "--set-var=b=@x",
                "--macro",
                "run_id=a=b",
                "--",
                "@x"
            )
        );
    }

    [Fact]
    public async Task An_environment_macro_needs_leave()
    {
        using var run = new ToolRun().With("queue.yaml", "volume: ${DATA}:/data\n");
        run.Environment["DATA"] = "/mnt/data";

        Assert.Equal(1, await run.RunAsync("render", "queue.yaml", "--image", "busybox"));
        Assert.Equal("", run.Out);
        Assert.Equal(0, await run.RunAsync("render", "queue.yaml", "--image", "busybox", "--allow-env", "DATA"));
        Assert.Equal("docker run --volume /mnt/data:/data busybox\n", run.Out);
    }

    [Fact]
    public async Task The_containers_command_may_look_like_options()
    {
        using var run = new ToolRun().With("queue.yaml", "rm: true\n");

        Assert.Equal(
            """["run","--rm","busybox","sh","-c","x","--flag","--","--image","--help",""]""",
            await run.OutputAsync(
                "render",
                "queue.yaml",
                "--image",
                "busybox",
                "--format",
                "argv",
                "--",
                "sh",
                "-c",
                "x",
                "--flag",
                "--",
                "--image",
                "--help",
                ""
            )
        );
    }

    [Fact]
    public async Task The_queue_may_come_from_standard_input()
    {
        using var run = new ToolRun { Input = "rm: true\n" };

        Assert.Equal("docker run --rm busybox", await run.OutputAsync("render", "-", "--image", "busybox"));
    }

    [Fact]
    public async Task An_image_that_is_none_is_an_error()
    {
        using var run = new ToolRun().With("queue.yaml", "rm: true\n");

        Assert.StartsWith(
            "image: error LSDK0017: 'No Image'",
            await run.FailureAsync(1, "render", "queue.yaml", "--image", "No Image"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_warning_is_on_stderr_and_does_not_stop_the_output()
    {
        using var run = new ToolRun().With("queue.yaml", "m: 1g\nmemory: 2g\n");

        Assert.Equal(0, await run.RunAsync("render", "queue.yaml", "--image", "busybox"));
        Assert.Equal("docker run -m 1g --memory 2g busybox\n", run.Out);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Explain_tells_where_each_option_came_from()
    {
        using var run = new ToolRun().With("queue.yaml", "rm: true\nmemory: '{{memory}}'\n").With("job.yaml", "rm: false\n");

        Assert.Equal(
            "--rm=false    override job.yaml(1,5), replaces queue.yaml(1,5)\n--memory 16g  queue queue.yaml(2,9), from {{memory}}\nbusybox       image\nsh            command",
            await run.OutputAsync(
                "explain",
                "queue.yaml",
                "--image",
                "busybox",
                "--override",
                "job.yaml",
                "--set-var",
                "memory=16g",
                "--",
                "sh"
            )
        );
    }
}
