using System.Text.Json.Nodes;
using LaunchSdk.Cli.Tests.Running;

namespace LaunchSdk.Cli.Tests.Queues;

public sealed class TakenJobTests
{
    private const string Warning =
        "It was with agent lost, where its container may still run: the agent stops and removes it when it is back. Where that never happens, end it on that machine with docker rm -f";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_job_of_a_silent_agent_is_put_back_with_a_warning()
    {
        using var tool = new QueueTool();
        var job = await RunAsync(tool, TimeSpan.FromMicroseconds(1));

        var result = await tool.InvokeAsync("requeue", job);

        Assert.Equal(new ToolResult(0, $"{job}\n", $"job {job}: waits again. {Warning}\n"), result);
        Assert.Equal("queued", await StateAsync(tool));
        Assert.Equal(new ToolResult(0, $"{job}\n", ""), await tool.InvokeAsync("requeue", job));
    }

    [Fact]
    public async Task The_job_of_an_agent_that_lives_is_put_back_by_force_only()
    {
        using var tool = new QueueTool();
        var job = await RunAsync(tool, TimeSpan.FromHours(1));

        var refused = await tool.InvokeAsync("requeue", job);
        var forced = await tool.InvokeAsync("requeue", "--force", job);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Equal(
            $"launch: item {job} is with the agent 'lost', which has not been silent for longer than its lease: let it go on, or take it away by force (launch requeue --force)\n",
            refused.Error
        );
        Assert.Equal(new ToolResult(0, $"{job}\n", $"job {job}: waits again. {Warning}\n"), forced);
    }

    [Fact]
    public async Task A_cancel_that_waits_for_a_silent_agent_says_so_and_force_ends_the_job()
    {
        using var tool = new QueueTool();
        var job = await RunAsync(tool, TimeSpan.FromMicroseconds(1));

        var asked = await tool.InvokeAsync("cancel", job);
        var before = await StateAsync(tool);
        var forced = await tool.InvokeAsync("cancel", "--force", job);

        Assert.Equal(
            new ToolResult(
                0,
                $"{job}\n",
                $"job {job}: it ends when agent lost, which is silent, is back; launch cancel --force {job} ends it without\n"
            ),
            asked
        );
        Assert.Equal(new ToolResult(0, $"{job}\n", $"job {job}: killed. {Warning}\n"), forced);
        Assert.Equal(("running", "killed"), (before, await StateAsync(tool)));
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_put_back()
    {
        using var tool = new QueueTool();
        var job = await RunAsync(tool, TimeSpan.FromHours(1));
        await tool.InvokeAsync("cancel", "--force", job);

        Assert.Equal(
            new ToolResult(1, "", $"launch: item {job} has ended already (killed): submit its job again\n"),
            await tool.InvokeAsync("requeue", "--force", job)
        );
    }

    // A job that an agent acknowledged, and whose lease is as long as this.
    private static async Task<string> RunAsync(QueueTool tool, TimeSpan lease)
    {
        await tool.OutputAsync("queue", "create", "--name", "q", "--config", "{}");
        var job = await tool.OutputAsync("submit", "-q", "q", "--image", "busybox");
        await using var backend = await tool.OpenAsync();
        var popped = (await backend.PopAsync("q", "lost", TimeSpan.FromHours(1), Token))!;
        await backend.AcknowledgeAsync(popped, "run", Token);
        await backend.RenewAsync([popped], lease, Token);
        return job;
    }

    private static async Task<string?> StateAsync(QueueTool tool) =>
        (string?)JsonNode.Parse(await tool.OutputAsync("jobs", "--format", "json"))![0]!["state"];
}
