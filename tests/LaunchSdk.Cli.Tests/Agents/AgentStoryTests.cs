using System.Text.Json.Nodes;
using LaunchSdk.Agent.Tests.Queues.Postgres;
using LaunchSdk.Cli.Tests.Running;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Agents;

public sealed class AgentStoryTests
{
    private const string Endless = "trap 'echo asked; exit 0' TERM; echo begun; while true; do sleep 0.1; done";

    [EngineFact]
    public async Task A_job_goes_from_its_queue_to_its_end()
    {
        await using var story = await AgentStory.CreateAsync();
        var id = await story.SubmitAsync("sh", "-c", "echo one; echo two; exit 3");

        var agent = await story.RunAsync("agent", "-q", "work", "--once", "--log-file", "agent.log");

        Assert.Equal((0, ""), (agent.ExitCode, agent.Error));
        Assert.Contains("ended with exit code 3", agent.Out, StringComparison.Ordinal);
        Assert.Contains(
            id,
            await File.ReadAllTextAsync(Path.Combine(story.Folder, "agent.log"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var job = JsonNode.Parse((await story.RunAsync("jobs", "--format", "json")).Out)![0]!;
        Assert.Equal((id, "failed", 3), ((string?)job["id"], (string?)job["state"], (int)job["outcome"]!["exitCode"]!));
        Assert.Equal(new ToolResult(0, "one\ntwo\n", ""), await story.RunAsync("logs", id));
        Assert.Empty(await story.ContainersAsync());
    }

    [EngineFact]
    public async Task A_job_goes_through_a_PostgreSQL_server_to_its_end()
    {
        await using var story = await AgentStory.CreateOnPostgresAsync(PostgresServer.Require());
        var id = await story.SubmitAsync("sh", "-c", "echo one; echo two; exit 3");
        var waiting = JsonNode.Parse((await story.RunAsync("jobs", "-q", story.Queue, "--format", "json")).Out)![0]!;

        var agent = await story.RunAsync("agent", "-q", story.Queue, "--once");

        Assert.Equal((0, ""), (agent.ExitCode, agent.Error));
        Assert.Contains("ended with exit code 3", agent.Out, StringComparison.Ordinal);
        var job = JsonNode.Parse((await story.RunAsync("jobs", "-q", story.Queue, "--format", "json")).Out)![0]!;
        Assert.Equal((id, "queued"), ((string?)waiting["id"], (string?)waiting["state"]));
        Assert.Equal((id, "failed", 3), ((string?)job["id"], (string?)job["state"], (int)job["outcome"]!["exitCode"]!));
        Assert.Equal(new ToolResult(0, "one\ntwo\n", ""), await story.RunAsync("logs", id));
        Assert.Empty(await story.ContainersAsync());
        Assert.False(File.Exists(Path.Combine(story.Folder, "data", "launchsdk", "queues.db")));
        Assert.Equal(new ToolResult(0, $"{story.Queue}\n", ""), await story.RunAsync("queue", "delete", story.Queue));
    }

    [EngineFact]
    public async Task A_folder_that_is_submitted_is_built_and_run()
    {
        await using var story = await AgentStory.CreateAsync();
        var job = Directory.CreateDirectory(Path.Combine(story.Folder, "job")).FullName;
        var text = $"hello {Guid.NewGuid():n}";
        await File.WriteAllTextAsync(Path.Combine(job, "text"), text + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(job, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nCOPY text /\nENTRYPOINT [\"cat\", \"/text\"]\n",
            TestContext.Current.CancellationToken
        );
        var submitted = await story.RunAsync("submit", "./job", "-q", "work");

        var agent = await story.RunAsync("agent", "-q", "work", "--once");

        Assert.Equal((0, ""), (submitted.ExitCode, submitted.Error));
        Assert.Equal((0, ""), (agent.ExitCode, agent.Error));
        var logs = await story.RunAsync("logs", submitted.Out.Trim());
        Assert.Equal((0, text + "\n"), (logs.ExitCode, logs.Out));
        Assert.Contains("build: [2/", logs.Error, StringComparison.Ordinal);
        Assert.All(logs.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("build: ", line, StringComparison.Ordinal));
        Assert.Equal(new ToolResult(0, text + "\n", ""), await story.RunAsync("logs", "--tail", "1", submitted.Out.Trim()));
    }

    [EngineFact]
    public async Task A_waiter_sees_what_a_build_that_fails_wrote()
    {
        await using var story = await AgentStory.CreateAsync();
        var job = Directory.CreateDirectory(Path.Combine(story.Folder, "job")).FullName;
        var word = Guid.NewGuid().ToString("n");
        await File.WriteAllTextAsync(
            Path.Combine(job, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nRUN echo {word} | rev; exit 4\n",
            TestContext.Current.CancellationToken
        );
        await using var agent = story.Start("agent", "-q", "work");

        var result = await story.RunAsync("submit", "./job", "-q", "work", "--wait");

        var written = new string([.. word.Reverse()]);
        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        Assert.Single(result.Error.Split('\n'), line => line == $"build:     {written}");
        var id = Assert.Single(await StatesAsync(story)).Key;
        var logs = await story.RunAsync("logs", id);
        Assert.Equal("", logs.Out);
        Assert.Contains($"build:     {written}\n", logs.Error, StringComparison.Ordinal);
        await agent.SignalAsync("TERM");
        Assert.Equal(0, (await agent.EndAsync()).ExitCode);
    }

    [EngineFact]
    public async Task A_waiter_sees_the_output_and_exits_with_the_containers_code()
    {
        await using var story = await AgentStory.CreateAsync();
        await using var agent = story.Start("agent", "-q", "work");

        var result = await story.RunAsync(
            "submit",
            "--image",
            TestEngine.BusyboxImage,
            "-q",
            "work",
            "--wait",
            "--",
            "sh",
            "-c",
            "echo one; echo two; exit 7"
        );

        Assert.Equal((7, "one\ntwo\n"), (result.ExitCode, result.Out));
        await agent.SignalAsync("TERM");
        Assert.Equal(0, (await agent.EndAsync()).ExitCode);
    }

    [EngineTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_first_signal_lets_jobs_finish_and_takes_no_more(string signal)
    {
        await using var story = await AgentStory.CreateAsync();
        var gate = Path.Combine(story.Folder, "gate");
        Directory.CreateDirectory(gate);
        await story.RunAsync(
            "queue",
            "update",
            "--name",
            "work",
            "--config",
            $"{{\"volume\": [\"{gate}:/gate\"], \"network\": \"none\", \"rm\": true}}"
        );
        var running = await story.SubmitAsync("sh", "-c", "echo begun; while [ ! -e /gate/open ]; do sleep 0.1; done; exit 4");
        var waiting = await story.SubmitAsync("true");
        await using var agent = story.Start("agent", "-q", "work");
        await agent.WaitForLineAsync($"({running}): runs");

        await agent.SignalAsync(signal);
        await agent.WaitForLineAsync("takes no more jobs");
        await File.WriteAllTextAsync(Path.Combine(gate, "open"), "", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await agent.EndAsync()).ExitCode);
        var jobs = await StatesAsync(story);
        Assert.Equal(("failed", "queued"), (jobs[running], jobs[waiting]));
        await story.RunAsync("cancel", waiting);
    }

    [EngineFact]
    public async Task The_second_signal_stops_the_jobs()
    {
        await using var story = await AgentStory.CreateAsync();
        var id = await story.SubmitAsync("sh", "-c", Endless);
        await using var agent = story.Start("agent", "-q", "work");
        await agent.WaitForLineAsync($"({id}): runs");

        await agent.SignalAsync("INT");
        await agent.WaitForLineAsync("takes no more jobs");
        await agent.SignalAsync("INT");

        Assert.Equal(0, (await agent.EndAsync()).ExitCode);
        Assert.NotEqual("running", (await StatesAsync(story))[id]);
        Assert.Contains("asked", (await story.RunAsync("logs", id)).Out, StringComparison.Ordinal);
        Assert.Empty(await story.ContainersAsync());
    }

    [EngineFact]
    public async Task A_hangup_leaves_the_job_running_and_the_next_agent_takes_it_over()
    {
        await using var story = await AgentStory.CreateAsync();
        var id = await story.SubmitAsync("sh", "-c", Endless);
        await using (var agent = story.Start("agent", "-q", "work"))
        {
            await agent.WaitForLineAsync($"({id}): runs");
            await agent.SignalAsync("HUP");
            Assert.Equal(0, (await agent.EndAsync()).ExitCode);
        }

        Assert.Single(await story.ContainersAsync());
        await using var next = story.Start("agent", "-q", "work", "--once");
        await next.WaitForLineAsync(id);
        Assert.Equal(new ToolResult(0, $"{id}\n", ""), await story.RunAsync("cancel", id));

        Assert.Equal(0, (await next.EndAsync()).ExitCode);
        Assert.Equal("killed", (await StatesAsync(story))[id]);
    }

    [EngineFact]
    public async Task A_waiter_that_is_interrupted_leaves_the_job_alone()
    {
        await using var story = await AgentStory.CreateAsync();
        await using var waiter = story.Start(
            "submit",
            "--image",
            TestEngine.BusyboxImage,
            "-q",
            "work",
            "--wait",
            "--",
            "sh",
            "-c",
            Endless
        );
        await using var agent = story.Start("agent", "-q", "work");
        await waiter.WaitForLineAsync("begun");

        await waiter.SignalAsync("INT");

        var result = await waiter.EndAsync();
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("the job goes on", result.Error, StringComparison.Ordinal);
        var (id, state) = Assert.Single(await StatesAsync(story));
        Assert.Equal("running", state);
        await story.RunAsync("cancel", id);
        await agent.SignalAsync("TERM");
        Assert.Equal(0, (await agent.EndAsync()).ExitCode);
    }

    private static async Task<Dictionary<string, string>> StatesAsync(AgentStory story) =>
        JsonNode
            .Parse((await story.RunAsync("jobs", "--format", "json")).Out)!
            .AsArray()
            .ToDictionary(static job => (string)job!["id"]!, static job => (string)job!["state"]!);
}
