using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Tests.Running;

namespace LaunchSdk.Cli.Tests.Queues;

public sealed class QueueTests
{
    private const string Training = """
        queue: training
        prioritization_mode: V0
        resource_args:
          local-container:
            memory: 16g
            rm: true
        """;

    [Fact]
    public async Task A_queue_is_created_listed_shown_and_deleted()
    {
        using var tool = new QueueTool().With("queue.yaml", Training);

        Assert.Equal("training", await tool.OutputAsync("queue", "create", "queue.yaml"));
        var listed = JsonNode.Parse(await tool.OutputAsync("queue", "list", "--format", "json"))!.AsArray();
        Assert.Equal(("training", 0, true), ((string)listed[0]!["name"]!, (int)listed[0]!["waiting"]!, (bool)listed[0]!["priorities"]!));
        Assert.StartsWith(
            "QUEUE     WAITING  RUNNING  PRIORITIES  UPDATED\ntraining  0        0        yes         20",
            await tool.OutputAsync("queue", "list"),
            StringComparison.Ordinal
        );
        Assert.Equal("training", await tool.OutputAsync("queue", "delete", "training"));
        Assert.Equal("[]", await tool.OutputAsync("queue", "list", "--format", "json"));
    }

    [Fact]
    public async Task A_shown_queue_is_a_queue_file()
    {
        using var tool = new QueueTool().With("queue.yaml", Training);
        await tool.OutputAsync("queue", "create", "queue.yaml");

        var shown = DockerQueue
            .Parse(await tool.OutputAsync("queue", "show", "training", "--format", "json"), "shown.json")
            .GetValueOrThrow();

        Assert.Equal(DockerQueue.Parse(Training).GetValueOrThrow(), shown);
    }

    [Fact]
    public async Task An_update_replaces_the_definition()
    {
        using var tool = new QueueTool().With("queue.yaml", Training);
        await tool.OutputAsync("queue", "create", "queue.yaml");

        await tool.OutputAsync("queue", "update", "--name", "training", "--config", "{\"memory\": \"8g\"}");

        Assert.Equal(
            "queue: training\nresource_args:\n  local-container:\n    memory: 8g",
            await tool.OutputAsync("queue", "show", "training")
        );
    }

    [Theory]
    [InlineData("small", "queue", "create", "small.yaml")]
    [InlineData("big", "queue", "create", "small.yaml", "--name", "big")]
    [InlineData("big", "queue", "create", "--config", "{\"memory\": \"64g\"}", "--name", "big", "--prioritization", "v0")]
    public async Task A_queue_is_named_by_option_file_or_file_name(string name, params string[] arguments)
    {
        using var tool = new QueueTool().With("small.yaml", "memory: 1g\n");

        Assert.Equal(name, await tool.OutputAsync(arguments));
    }

    [Theory]
    [InlineData("there is no queue: name its FILE, or give its options with --config '{\"memory\": \"16g\"}'", "queue", "create")]
    [InlineData("there are two queues, FILE and --config: give one of them", "queue", "create", "small.yaml", "--config", "{}")]
    [InlineData("the queue has no name: give it one with --name NAME", "queue", "create", "--config", "{}")]
    [InlineData("no command is named: write launch queue and one of create, update, list, show, delete", "queue")]
    [InlineData("'lst' is not a command of launch queue: did you mean list?", "queue", "lst")]
    [InlineData("'--naem' is not an option of launch queue create: did you mean --name?", "queue", "create", "--naem", "x")]
    [InlineData("LAUNCHSDK_BACKEND is 'oracle', which is not a backend: set it to local, postgres or wandb", "queue", "list")]
    public async Task A_command_line_that_is_not_understood_is_told_in_one_line(string message, params string[] arguments)
    {
        using var tool = new QueueTool()
            .With("small.yaml", "memory: 1g\n")
            .WithVariable("LAUNCHSDK_BACKEND", arguments is ["queue", "list"] ? "oracle" : "");

        var result = await tool.InvokeAsync(arguments);

        Assert.Equal((1, "", $"launch: {message}"), (result.ExitCode, result.Out, result.Error.Split('\n')[0]));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_told_with_the_nearest_name()
    {
        using var tool = new QueueTool().With("queue.yaml", Training);
        await tool.OutputAsync("queue", "create", "queue.yaml");

        var result = await tool.InvokeAsync("queue", "show", "trianing");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("did you mean training?\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_the_file_are_told_with_their_place()
    {
        using var tool = new QueueTool().With("queue.yaml", "memroy: 1g\n");

        Assert.Equal(
            new ToolResult(1, "", "queue.yaml(1,1): error LSDK0003: 'memroy' is not an option of docker run: did you mean 'memory'?\n"),
            await tool.InvokeAsync("queue", "create", "queue.yaml")
        );
    }

    [Fact]
    public async Task Every_error_of_the_servers_check_is_shown()
    {
        using var tool = new QueueTool
        {
            Backend = static (_, _) =>
                throw new RunQueueRefusedException("W&B does not accept the queue", ["(root): memory is wrong", "(root): rm is wrong"]),
        };

        var result = await tool.InvokeAsync("queue", "create", "--name", "x", "--config", "{}");

        Assert.Equal(
            new ToolResult(
                1,
                "",
                "launch: W&B does not accept the queue\nlaunch:   (root): memory is wrong\nlaunch:   (root): rm is wrong\n"
            ),
            result
        );
    }

    [Fact]
    public async Task A_backend_that_is_gone_is_125()
    {
        using var tool = new QueueTool
        {
            Backend = static (_, _) => throw new RunQueueUnavailableException("the database does not answer"),
        };

        Assert.Equal(new ToolResult(125, "", "launch: the database does not answer\n"), await tool.InvokeAsync("queue", "list"));
    }
}
