using LaunchSdk.Cli.Tests.Queues;

namespace LaunchSdk.Cli.Tests.Output;

/// <summary>Whatever a file, a job, an argument or an engine holds: the tool prints visible characters and lines of its own.</summary>
public sealed class HostileTextTests
{
    private static readonly (string Name, string Text)[] Queues =
    [
        ("value.yaml", $"memory: {HostileText.Quoted}\n"),
        ("key.yaml", $"{HostileText.Quoted}: 1\n"),
        (
            "item.yaml",
            $"env: [{HostileText.Quoted}]\nlabel: [{HostileText.Quoted}]\npublish: [{HostileText.Quoted}]\nmount: {HostileText.Quoted}\n"
        ),
        (
            "good.yaml",
            $"name: x\nenv: [\"A={HostileText.Quoted[1..]}]\nlabel: \"a={HostileText.Quoted[1..]}\nentrypoint: {HostileText.Quoted}\n"
        ),
        (
            "named.yaml",
            $"queue: {HostileText.Quoted}\nresource_args: {{local-container: {{rm: 1}}}}\ntemplate_variables: {{{HostileText.Quoted}: {{schema: {{type: {HostileText.Quoted}}}}}}}\n"
        ),
        ("template.yaml", $"memory: \"${{{HostileText.Quoted[1..^1]}}}\"\nenv: \"A={{{{{HostileText.Quoted[1..^1]}}}}}\"\n"),
        ("broken.json", $"{{\"memory\": \u202e\u001b[31m::error::x, 'a\u0085b' {HostileText.Quoted}"),
        (
            "launch-config.yaml",
            $"queues: [{HostileText.Quoted}]\nbuilder: {{type: {HostileText.Quoted}, destination: {HostileText.Quoted}}}\nmax_jobs: {HostileText.Quoted}\n{HostileText.Quoted}: 1\n"
        ),
        (
            "job.json",
            $"{{\"docker\": {{\"docker_image\": {HostileText.Quoted}}}, \"overrides\": {{\"args\": [{HostileText.Quoted}]}}, \"priority\": {HostileText.Quoted}}}"
        ),
    ];

    public static TheoryData<string> CommandLines()
    {
        var lines = new TheoryData<string>();
        foreach (var (file, _) in Queues)
        {
            lines.Add($"validate {file}");
            lines.Add($"validate {file} --format json");
            lines.Add($"validate {file} --format github");
            lines.Add($"validate {file} --format sarif");
            lines.Add($"render {file} --image i");
            lines.Add($"render {file} --image i --shell powershell");
            lines.Add($"render {file} --image i --shell cmd");
            lines.Add($"render {file} --image i --format argv");
            lines.Add($"render {file} --image i --format engine");
            lines.Add($"explain {file} --image i");
            lines.Add($"explain {file} --image HOSTILE -- HOSTILE");
            lines.Add($"queue create {file}");
            lines.Add($"queue create {file} --name HOSTILE");
            lines.Add($"submit --queue q --job {file}");
        }

        foreach (
            var verb in new[]
            {
                "validate",
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
                "agent",
                "queue show",
                "queue delete",
                "init",
                "HOSTILE",
            }
        )
        {
            lines.Add($"{verb} HOSTILE");
            lines.Add($"{verb} --HOSTILE");
            lines.Add($"{verb} HOSTILE HOSTILE");
        }

        foreach (
            var line in new[]
            {
                "render good.yaml --image HOSTILE",
                "render good.yaml --image i --set-var HOSTILE",
                "render good.yaml --image i --set-var A=HOSTILE",
                "render good.yaml --image i --api-version HOSTILE",
                "render good.yaml --image i --shell HOSTILE",
                "run good.yaml --image HOSTILE",
                "run good.yaml --image i",
                "submit --queue HOSTILE --image i",
                "submit --queue q --image HOSTILE",
                "submit --queue q --image i --name HOSTILE --author HOSTILE -- HOSTILE",
                "submit --queue q --image i --name HOSTILE --format json",
                "jobs",
                "jobs --format json",
                "queue list",
                "queue list --format json",
                "queue show q",
                "queue show q --format json",
                "ps",
                "ps --format json",
                "doctor",
                "doctor --format json",
                "doctor --launch-config launch-config.yaml",
                "logs aaaaaaaaaaaa",
                "rm aaaaaaaaaaaa",
                "stop aaaaaaaaaaaa",
                "build HOSTILE --entry-point HOSTILE --print-dockerfile",
                "build https://HOSTILE/a",
                "agent --config launch-config.yaml --print-config",
                "agent --queue HOSTILE --print-config",
                "agent --queue q --name HOSTILE --print-config",
            }
        )
        {
            lines.Add(line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task No_output_has_more_than_visible_lines(string line)
    {
        await using var engine = new HostileEngine();
        using var tool = new QueueTool().WithVariable("DOCKER_HOST", engine.Host);
        foreach (var (name, text) in Queues)
        {
            tool.With(name, text);
        }

        await AddJobAsync(tool);

        var result = await tool.InvokeAsync([
            .. line.Split(' ').Select(static word => word.Replace("HOSTILE", HostileText.Value, StringComparison.Ordinal)),
        ]);

        HostileText.AssertHarmless(result.Out);
        HostileText.AssertHarmless(result.Error);
        Assert.NotEqual("", result.Out + result.Error);
    }

    [Theory]
    [InlineData("ps", "tcp://user:hunter2@127.0.0.1:1")]
    [InlineData("doctor", "tcp://user:hunter2@127.0.0.1:1")]
    [InlineData("doctor --format json", "tcp://user:hunter2@127.0.0.1:1")]
    [InlineData("run good.yaml --image i", "https://hunter2@127.0.0.1:1")]
    [InlineData("logs x", "wrong://user:hunter2@x")]
    [InlineData("stop x", "ssh://user:hunter2@127.0.0.1:1")]
    public async Task A_password_in_an_address_is_in_no_output(string line, string host)
    {
        using var tool = new QueueTool().WithVariable("DOCKER_HOST", host).With("good.yaml", "rm: true\n");

        var result = await tool.InvokeAsync(line.Split(' '));

        Assert.DoesNotContain("hunter2", result.Out + result.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Theory]
    [InlineData("validate secret.yaml")]
    [InlineData("validate secret.yaml --format json")]
    [InlineData("validate secret.yaml --format sarif")]
    [InlineData("validate secret.yaml --format github")]
    [InlineData("validate secret.json")]
    [InlineData("validate job.json")]
    [InlineData("render secret.yaml --image i")]
    [InlineData("explain good.yaml --image i")]
    [InlineData("explain good.yaml --image i --override good.yaml")]
    [InlineData("render file.yaml --image i --format engine")]
    [InlineData("submit --queue q --job job.json")]
    [InlineData("render good.yaml --image i --set-var =hunter2")]
    public async Task A_secret_of_a_queue_is_in_no_message(string line)
    {
        using var tool = new QueueTool()
            .With("secret.yaml", "env: [\"=hunter2\", \"A=hunter2 ${b}\"]\nlog-opt: {splunk-token: hunter2}\n")
            .With("secret.json", "{\"env\": [TOKEN=hunter2], \"e\": {\"TOKEN\": hunter2}}")
            .With("good.yaml", "env: [TOKEN=hunter2]\nlog-opt: splunk-token=hunter2\n")
            .With("file.yaml", "env-file: secret.env\n")
            .With("secret.env", "=hunter2\n")
            .With(
                "job.json",
                "{\"docker\": {\"docker_image\": \"i\"}, \"resource_args\": {\"local-container\": {\"env\": [\"=hunter2\"]}}}"
            );

        var result = await tool.InvokeAsync(line.Split(' '));

        Assert.DoesNotContain("hunter2", result.Out + result.Error, StringComparison.Ordinal);
        Assert.NotEqual("", result.Out + result.Error);
    }

    private static async Task AddJobAsync(QueueTool tool)
    {
        var queue = DockerQueue
            .Parse($"queue: q\nresource_args:\n  local-container:\n    label: [\"a={HostileText.Quoted[1..]}]\n")
            .GetValueOrThrow();
        await tool.With("q.yaml", queue.ToText(Documents.ConfigFormat.Yaml)).InvokeAsync("queue", "create", "q.yaml");
        await tool.InvokeAsync("submit", "--queue", "q", "--image", "i", "--name", HostileText.Value, "--", HostileText.Value);
    }
}
