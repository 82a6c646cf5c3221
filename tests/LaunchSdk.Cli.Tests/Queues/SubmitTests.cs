using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Tests.Running;

namespace LaunchSdk.Cli.Tests.Queues;

public sealed class SubmitTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const string Training = """
        queue: training
        prioritization_mode: V0
        template_variables:
          memory: {schema: {type: string, enum: [1g, 2g], default: 1g}}
          cpus: {schema: {type: number, minimum: 1, maximum: 4, default: 1}}
          note: {schema: {type: string, default: none}}
        resource_args:
          local-container:
            memory: "{{memory}}"
            cpus: "{{cpus}}"
            env: ["NOTE={{note}}"]
        """;

    [Fact]
    public async Task A_job_holds_what_the_command_line_says()
    {
        using var tool = await CreateAsync();

        var id = await tool.OutputAsync(
            "submit",
            "--image",
            "busybox",
            "-q",
            "training",
            "--priority",
            "high",
            "--name",
            "run one",
            "--project",
            "demo",
            "--set-var",
            "memory=2g",
            "--set-var",
            "cpus=2.5",
            "--set-var",
            "note=a=b=c",
            "--entry-point",
            "sh",
            "-c",
            "--args",
            "one",
            "--",
            "--two",
            "a=b"
        );

        var job = await JobAsync(tool, id);
        Assert.Equal(JobPriority.High, job.Priority);
        Assert.Equal(
            """{"docker":{"docker_image":"busybox"},"project":"demo","name":"run one","priority":"high","template_variables":{"memory":"2g","cpus":2.5,"note":"a=b=c"},"overrides":{"args":["one","--two","a=b"],"entry_point":["sh","-c"]}}""",
            JsonNode.Parse(job.Job.ToText(Documents.ConfigFormat.Json))!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_job_file_is_changed_by_the_options()
    {
        using var tool = (await CreateAsync())
            .With("job.yaml", "docker: {docker_image: busybox}\nname: first\noverrides: {args: [one]}\n")
            .With("options.yaml", "memory: 2g\n");

        var id = await tool.OutputAsync(
            "submit",
            "--job",
            "job.yaml",
            "--queue",
            "training",
            "--name",
            "second",
            "--override",
            "options.yaml"
        );

        var job = (await JobAsync(tool, id)).Job;
        Assert.Equal(("second", "2g", "one"), (job.Name, job.ResourceArgs?.LocalContainer?.Memory?.Text, job.Overrides?.Args?[0].Text));
    }

    [Theory]
    [InlineData("'3g' is not a value of memory: write '1g' or '2g'", "--image", "busybox", "--set-var", "memory=3g")]
    [InlineData("'lots' is not a value of cpus: ", "--image", "busybox", "--set-var", "cpus=lots")]
    [InlineData("the queue has no template variable 'memroy': did you mean 'memory'?", "--image", "busybox", "--set-var", "memroy=1g")]
    [InlineData("there is nothing to run: ", "--name", "x")]
    [InlineData("there are two things to run, SOURCE and --image: give one of them", "src", "--image", "busybox")]
    [InlineData("cannot read 'absent.yaml': there is no such file", "--job", "absent.yaml")]
    [InlineData("'urgent' is not a value of --priority: write critical, high, medium, low", "--image", "busybox", "--priority", "urgent")]
    public async Task What_cannot_run_is_refused_before_it_is_on_the_queue(string message, params string[] arguments)
    {
        using var tool = await CreateAsync();

        var result = await tool.InvokeAsync(["submit", "-q", "training", .. arguments]);

        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("[]", await tool.OutputAsync("jobs", "--format", "json"));
    }

    [Fact]
    public async Task Variables_exclude_options_of_the_job()
    {
        using var tool = (await CreateAsync()).With("options.yaml", "memory: 2g\n");

        var result = await tool.InvokeAsync(
            "submit",
            "-q",
            "training",
            "--image",
            "busybox",
            "--set-var",
            "cpus=2",
            "--override",
            "options.yaml"
        );

        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        Assert.Contains("template_variables", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_listed_newest_first_and_by_state()
    {
        using var tool = await CreateAsync();
        var first = await tool.OutputAsync("submit", "-q", "training", "--image", "busybox");
        var second = await tool.OutputAsync("submit", "-q", "training", "--image", "busybox");
        Assert.Equal(first, await tool.OutputAsync("cancel", first));

        Assert.Equal([second, first], Ids(await tool.OutputAsync("jobs", "--format", "json")));
        Assert.Equal([first], Ids(await tool.OutputAsync("jobs", "-q", "training", "--state", "killed", "--format", "json")));
        Assert.Equal([second], Ids(await tool.OutputAsync("jobs", "--limit", "1", "--format", "json")));
        Assert.Contains(second, (await tool.OutputAsync("jobs")).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_job_that_is_not_there_does_not_keep_the_others_from_being_cancelled()
    {
        using var tool = await CreateAsync();
        var id = await tool.OutputAsync("submit", "-q", "training", "--image", "busybox");

        var result = await tool.InvokeAsync("cancel", "nosuchjob", id);

        Assert.Equal((1, $"{id}\n"), (result.ExitCode, result.Out));
        Assert.Contains("nosuchjob", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_lines_and_the_code_of_an_ended_job_are_its_waiters()
    {
        using var tool = await CreateAsync();
        await using var backend = await tool.OpenAsync();
        var waiting = tool.InvokeAsync("submit", "-q", "training", "--image", "busybox", "--wait");

        await EndNextAsync(
            backend,
            RunOutcome.Failed(RunStage.Run, "ended with exit code 7") with
            {
                ExitCode = 7,
                LogTail = ["one", "two"],
            }
        );

        var result = await waiting;
        Assert.Equal((7, "one\ntwo\n"), (result.ExitCode, result.Out));
        Assert.EndsWith(": failed: ended with exit code 7\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_ends_without_a_container_is_125_for_its_waiter()
    {
        using var tool = await CreateAsync();
        await using var backend = await tool.OpenAsync();
        var waiting = tool.InvokeAsync("submit", "-q", "training", "--image", "busybox", "--wait", "--format", "json");

        await EndNextAsync(backend, RunOutcome.Failed(RunStage.Agent, "the policy does not let it"));

        var result = await waiting;
        Assert.Equal(125, result.ExitCode);
        Assert.Equal("agent", (string?)JsonNode.Parse(result.Out)!["outcome"]!["stage"]);
    }

    [Fact]
    public async Task The_log_of_an_agent_on_this_machine_is_the_jobs_output()
    {
        using var tool = await CreateAsync();
        var id = await tool.OutputAsync("submit", "-q", "training", "--image", "busybox");
        var early = await tool.InvokeAsync("logs", id);
        await using var backend = await tool.OpenAsync();
        tool.With(Path.Combine("logs", $"{id}.log"), "zero\none\ntwo\n");
        await EndNextAsync(backend, RunOutcome.Finished("ended with exit code 0") with { LogTail = ["two"] });

        Assert.Equal(new ToolResult(0, "", $"job {id}: queued, and has written nothing yet; --follow waits for it\n"), early);
        Assert.Equal("zero\none\ntwo", await tool.OutputAsync("logs", id));
        Assert.Equal("zero\none\ntwo", await tool.OutputAsync("logs", "-f", id));
        Assert.Equal("one\ntwo", await tool.OutputAsync("logs", "--tail", "2", id));
    }

    [Fact]
    public async Task A_name_that_is_no_jobs_is_a_containers()
    {
        using var tool = await CreateAsync();

        var result = await tool.InvokeAsync("logs", "my-container");

        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        Assert.Contains("/no/such.sock", result.Error, StringComparison.Ordinal);
    }

    private static async Task<QueueTool> CreateAsync()
    {
        var tool = new QueueTool().With("training.yaml", Training);
        await tool.OutputAsync("queue", "create", "training.yaml");
        return tool;
    }

    private static async Task<RunQueueItem> JobAsync(QueueTool tool, string id)
    {
        await using var backend = await tool.OpenAsync();
        return (await backend.FindItemAsync(id, TestContext.Current.CancellationToken))!;
    }

    // Plays the agent: takes the next job, once there is one, and ends it.
    private static async Task EndNextAsync(IRunQueueBackend backend, RunOutcome outcome)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var changes = await backend.SubscribeAsync(cancellationToken);
        RunQueueLease? lease;
        while ((lease = await backend.PopAsync("training", "agent", Lease, cancellationToken)) is null)
        {
            await changes.NextAsync(cancellationToken);
        }

        await backend.AcknowledgeAsync(lease, "run", cancellationToken);
        await backend.CompleteAsync(lease, outcome, cancellationToken);
    }

    private static IEnumerable<string> Ids(string json) => JsonNode.Parse(json)!.AsArray().Select(static job => (string)job!["id"]!);
}
