using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tests.Agents;
using LaunchSdk.Cli.Tests.Running;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>The tool as a command of a POSIX shell, in a folder of its own with queues of its own.</summary>
internal sealed class StreamTool : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> _environment;
    private readonly string _label = $"dev.launchsdk.test={Guid.NewGuid():n}";
    private readonly TestEngine? _engine;

    private StreamTool(TestEngine? engine, string? host = null, string options = "stop-timeout: 0")
    {
        _engine = engine;
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Folder,
            ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
            ["XDG_CONFIG_HOME"] = Path.Combine(Folder, "config"),
            ["DOCKER_CONFIG"] = Folder,
            ["DOCKER_HOST"] = engine?.Host ?? host ?? "unix:///no/such.sock",
            ["LAUNCHSDK_AGENT_JOB_LOGS"] = Path.Combine(Folder, "logs"),
        };
        File.WriteAllText(Path.Combine(Folder, "queue.yaml"), $"network: none\n{options}\nlabel: {_label}\n");
        Directory.CreateDirectory(Path.Combine(Folder, "train"));
        File.WriteAllText(Path.Combine(Folder, "train/train.py"), "print(1)\n");
        File.WriteAllText(Path.Combine(Folder, "train/requirements.txt"), "");
    }

    /// <summary>The beginning of the command line that starts the tool as <c>dotnet</c> runs it.</summary>
    public static IReadOnlyList<string> Built { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "launch.dll")];

    /// <summary>The beginning of the command line of <see cref="RunAsync"/>; <see cref="Built"/> where nothing else is set.</summary>
    public IReadOnlyList<string> Program { get; set; } = Built;

    public string Folder { get; } = Directory.CreateTempSubdirectory("launch-streams-").FullName;

    public static StreamTool WithoutEngine() => new(null);

    /// <summary>The tool on the engine of the test run.</summary>
    /// <param name="options">Lines of its queue.</param>
    public static async Task<StreamTool> CreateAsync(string options = "stop-timeout: 0") =>
        new(await TestEngine.RequireAsync(), options: options);

    /// <summary>The tool with another program in the place of an engine.</summary>
    public static StreamTool At(string host) => new(null, host);

    /// <summary>The tool on an engine of the test's own.</summary>
    public static StreamTool On(TestEngine engine) => new(engine);

    /// <summary>Starts the tool as a process that gets signals.</summary>
    public ToolProcess Start(params string[] arguments) => ToolProcess.Start(Folder, _environment, arguments);

    /// <summary>The same with standard error on a file or a pipe of the folder.</summary>
    public ToolProcess StartWithError(string file, params string[] arguments) =>
        ToolProcess.StartWithError(file, Folder, _environment, arguments);

    /// <summary>The tool inside this process, for what a test begins with; returns stdout without its line end.</summary>
    public async Task<string> PrepareAsync(params string[] arguments)
    {
        var result = await InvokeAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Out.TrimEnd('\n');
    }

    /// <summary>The tool inside this process.</summary>
    public Task<ToolResult> InvokeAsync(params string[] arguments) =>
        CapturedTool.InvokeAsync(arguments, Folder, Variable, Stream.Null, BackendOpener.OpenAsync);

    /// <summary>Has an agent that never comes back take the next job of a queue.</summary>
    public async Task TakeAsync(string queue)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var choice = new BackendChoice(BackendKind.Local, null, null, Variable);
        await using var backend = await BackendOpener.OpenAsync(choice, cancellationToken);
        var lease = await backend.PopAsync(queue, "lost", TimeSpan.FromHours(1), cancellationToken);
        await backend.AcknowledgeAsync(lease!, "run", cancellationToken);
    }

    /// <summary>A container in the background; returns its id.</summary>
    public Task<string> StartContainerAsync(params string[] command) =>
        PrepareAsync(["run", "queue.yaml", "--image", TestEngine.BusyboxImage, "-d", "--", .. command]);

    /// <summary>Whether a container runs.</summary>
    public async Task<bool> IsRunningAsync(string container) =>
        (bool)(await _engine!.GetAsync($"containers/{container}/json", TestContext.Current.CancellationToken))!["State"]!["Running"]!;

    /// <summary>How many of this test's containers are there, ended ones too.</summary>
    public async Task<IReadOnlyList<string>> ContainersAsync() =>
        await _engine!.ContainersWithLabelAsync(_label, TestContext.Current.CancellationToken);

    /// <summary>
    /// Runs a script, in which <c>"$@"</c> is the tool with these arguments. The exit code is the one that the script writes to
    /// <c>code</c>, else its own.
    /// </summary>
    public async Task<ToolResult> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", script, "sh", .. Program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await Task.WhenAll(output, error, process.WaitForExitAsync()).WaitAsync(Longest, TestContext.Current.CancellationToken);
        var code = Path.Combine(Folder, "code");
        var exitCode = File.Exists(code) ? int.Parse(await File.ReadAllTextAsync(code), CultureInfo.InvariantCulture) : process.ExitCode;
        return new ToolResult(exitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _engine is null ? [] : await _engine.ContainersWithLabelAsync(_label, CancellationToken.None))
        {
            await _engine!.RemoveAsync(container, CancellationToken.None);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private string? Variable(string name) => _environment.GetValueOrDefault(name);
}
