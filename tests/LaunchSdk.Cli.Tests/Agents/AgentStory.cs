using LaunchSdk.Cli.Tests.Running;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Agents;

/// <summary>
/// A machine for agents: its own embedded queues, or those of a server, with one queue named <c>work</c> unless said, a real engine; its
/// containers are gone afterwards.
/// </summary>
internal sealed class AgentStory : IAsyncDisposable
{
    private readonly string _label = $"dev.launchsdk.test={Guid.NewGuid():n}";
    private readonly TestEngine _engine;
    private readonly Dictionary<string, string> _environment;

    private AgentStory(TestEngine engine, string queue)
    {
        (_engine, Queue) = (engine, queue);
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Folder,
            ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
            ["DOCKER_HOST"] = engine.Host,
            ["DOCKER_CONFIG"] = Folder,
            ["LAUNCHSDK_AGENT_NAME"] = $"test-{Guid.NewGuid():n}",
            ["LAUNCHSDK_AGENT_GPU_DEVICES"] = ",",
        };
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("launch-agent-").FullName;

    /// <summary>The queue's name.</summary>
    public string Queue { get; }

    public static Task<AgentStory> CreateAsync() => CreateAsync("work", []);

    /// <summary>A story over the queues of a PostgreSQL server, with a queue of a name of its own there.</summary>
    public static Task<AgentStory> CreateOnPostgresAsync(string connection) =>
        CreateAsync(
            $"story-{Guid.NewGuid():n}",
            new Dictionary<string, string> { ["LAUNCHSDK_BACKEND"] = "postgres", ["LAUNCHSDK_POSTGRES"] = connection }
        );

    private static async Task<AgentStory> CreateAsync(string queue, Dictionary<string, string> environment)
    {
        var story = new AgentStory(await TestEngine.RequireAsync(), queue);
        foreach (var (name, value) in environment)
        {
            story._environment[name] = value;
        }

        await File.WriteAllTextAsync(Path.Combine(story.Folder, "work.yaml"), $"rm: true\nnetwork: none\nlabel: {story._label}\n");
        Assert.Equal(new ToolResult(0, $"{queue}\n", ""), await story.RunAsync("queue", "create", "work.yaml", "--name", queue));
        return story;
    }

    /// <summary>Starts the tool.</summary>
    public ToolProcess Start(params string[] arguments) => ToolProcess.Start(Folder, _environment, arguments);

    /// <summary>Starts the tool with a umask under which everybody may read and write what it makes.</summary>
    public ToolProcess StartForEverybody(params string[] arguments) => ToolProcess.StartWithUmask("000", Folder, _environment, arguments);

    /// <summary>Runs the tool to its end.</summary>
    public async Task<ToolResult> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>Puts a job on the queue; returns its id.</summary>
    public async Task<string> SubmitAsync(params string[] command)
    {
        var result = await RunAsync(["submit", "--image", TestEngine.BusyboxImage, "-q", Queue, "--", .. command]);
        Assert.Equal(new ToolResult(0, result.Out, ""), result);
        return result.Out.Trim();
    }

    /// <summary>The containers of the queue that are there, ended ones too.</summary>
    public Task<IReadOnlyList<string>> ContainersAsync() => _engine.ContainersWithLabelAsync(_label, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var container in await _engine.ContainersWithLabelAsync(_label, CancellationToken.None))
        {
            await _engine.RemoveAsync(container, CancellationToken.None);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
