using System.Text;
using System.Text.Json.Nodes;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>The tool on a real engine, in a folder of its own with a queue of its own; its containers are gone afterwards.</summary>
internal sealed class EngineTool : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launch-run-").FullName;
    private readonly string _label = $"dev.launchsdk.test={Guid.NewGuid():n}";
    private readonly TestEngine _engine;

    private EngineTool(TestEngine engine) => _engine = engine;

    public string Folder => _folder;

    /// <summary>What the tool reads.</summary>
    public Stream Input { get; init; } = Stream.Null;

    public static async Task<EngineTool> CreateAsync(string options = "rm: true", string input = "")
    {
        var tool = new EngineTool(await TestEngine.RequireAsync()) { Input = new MemoryStream(Encoding.UTF8.GetBytes(input)) };
        await File.WriteAllTextAsync(Path.Combine(tool._folder, "queue.yaml"), $"{options}\nnetwork: none\nlabel: {tool._label}\n");
        return tool;
    }

    /// <summary><c>launch run queue.yaml</c> with the test image.</summary>
    public Task<ToolResult> RunAsync(string[] flags, params string[] command) =>
        InvokeAsync(["run", "queue.yaml", "--image", TestEngine.BusyboxImage, .. flags, "--", .. command]);

    public Task<ToolResult> InvokeAsync(params string[] arguments) => InvokeAsync(_engine.Host, arguments);

    public Task<ToolResult> InvokeAsync(string host, string[] arguments) =>
        CapturedTool.InvokeAsync(
            arguments,
            _folder,
            name =>
                name switch
                {
                    "DOCKER_HOST" => host,
                    "DOCKER_CONFIG" or "HOME" => _folder,
                    _ => null,
                },
            Input,
            BackendOpener.OpenAsync
        );

    /// <summary>What the engine knows of a container; null for nothing.</summary>
    public Task<JsonNode?> InspectAsync(string id) => _engine.GetAsync($"containers/{id}/json", TestContext.Current.CancellationToken);

    public Task RemoveImageAsync(string image) => _engine.RemoveImageAsync(image, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var container in await _engine.ContainersWithLabelAsync(_label, CancellationToken.None))
        {
            await _engine.RemoveAsync(container, CancellationToken.None);
        }

        Directory.Delete(_folder, recursive: true);
    }
}
