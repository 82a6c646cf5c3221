using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Tests.Running;

namespace LaunchSdk.Cli.Tests.Queues;

/// <summary>The tool inside this process, with embedded queues of its own that live as long as it.</summary>
internal sealed class QueueTool : IDisposable
{
    private readonly Dictionary<string, string> _environment;

    public QueueTool() =>
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
            ["XDG_CONFIG_HOME"] = Path.Combine(Folder, "config"),
            ["HOME"] = Folder,
            ["DOCKER_HOST"] = "unix:///no/such.sock",
            ["LAUNCHSDK_AGENT_JOB_LOGS"] = Path.Combine(Folder, "logs"),
        };

    public string Folder { get; } = Directory.CreateTempSubdirectory("launch-queues-").FullName;

    /// <summary>The variables that the tool sees, for a process of its own.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment;

    /// <summary>Stands in for the real backends.</summary>
    public Func<BackendChoice, CancellationToken, Task<IRunQueueBackend>> Backend { get; init; } = BackendOpener.OpenAsync;

    public QueueTool With(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public QueueTool WithVariable(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public Task<ToolResult> InvokeAsync(params string[] arguments) =>
        CapturedTool.InvokeAsync(arguments, Folder, name => _environment.GetValueOrDefault(name), Stream.Null, Backend);

    /// <summary>Runs the tool, which must succeed; returns stdout without its line end.</summary>
    public async Task<string> OutputAsync(params string[] arguments)
    {
        var result = await InvokeAsync(arguments);
        Assert.Equal(new ToolResult(0, result.Out, ""), result);
        return result.Out.TrimEnd('\n');
    }

    /// <summary>The embedded queues, for what no command does.</summary>
    public Task<IRunQueueBackend> OpenAsync() =>
        BackendOpener.OpenAsync(
            new BackendChoice(BackendKind.Local, null, null, name => _environment.GetValueOrDefault(name)),
            TestContext.Current.CancellationToken
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
