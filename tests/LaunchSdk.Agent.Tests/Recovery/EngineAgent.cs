using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Docker;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>A queue in a SQLite file, a folder that jobs write to, and agents on a real engine.</summary>
internal sealed class EngineAgent : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-agent").FullName;

    public EngineAgent(string host)
    {
        Host = host;
        Backend = new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = Database });
        Docker = new LaunchDocker(new DockerEngineOptions { Host = host });
        Directory.CreateDirectory(Out);
    }

    public string Host { get; }

    public string Database => Path.Combine(_folder, "queues.db");

    /// <summary>The agents' state.</summary>
    public string State => Path.Combine(_folder, "state");

    /// <summary>The folder that is /out in every job.</summary>
    public string Out => Path.Combine(_folder, "out");

    public SqliteRunQueueBackend Backend { get; }

    public LaunchDocker Docker { get; }

    public LaunchAgentOptions Options => KilledAgent.OptionsIn(State);

    /// <summary>How often a job's program began, over all of its containers.</summary>
    public int Runs => File.Exists(Path.Combine(Out, "runs")) ? File.ReadAllLines(Path.Combine(Out, "runs")).Length : 0;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task CreateQueueAsync(string more = "rm: true") =>
        Backend.CreateQueueAsync(
            DockerQueue.Parse($"{more}\nnetwork: none\npull: never\nvolume: {Out}:/out\n").GetValueOrThrow() with
            {
                Name = "q",
            },
            Token
        );

    public async Task<string> PushAsync(string script) =>
        (
            await Backend.PushAsync(
                "q",
                LaunchJob
                    .Parse($$"""{"docker":{"docker_image":"{{TestEngine.BusyboxImage}}"},"overrides":{"args":["sh","-c","{{script}}"]} }""")
                    .GetValueOrThrow(),
                Token
            )
        ).Id;

    /// <summary>Lets the jobs that wait for it end.</summary>
    public void Go() => File.WriteAllText(Path.Combine(Out, "go"), "");

    /// <summary>Waits until a file is in the folder that jobs write to.</summary>
    public async Task WaitForFileAsync(string name)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(Longest);
        using var watcher = new FileSystemWatcher(Out, name);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => seen.TrySetResult();
        watcher.EnableRaisingEvents = true;
        if (!File.Exists(Path.Combine(Out, name)))
        {
            await seen.Task.WaitAsync(deadline.Token);
        }
    }

    /// <summary>Runs an agent until nothing is left to do.</summary>
    public Task RunOnceAsync(LaunchAgentOptions? options = null) =>
        Create((options ?? Options) with { Once = true }).RunAsync(Token).WaitAsync(Longest, Token);

    public LaunchAgent Create(LaunchAgentOptions options) => new(options, Backend, Docker);

    /// <summary>The containers of this queue's jobs that the engine has.</summary>
    public async Task<IReadOnlyList<OrphanedContainer>> ContainersAsync() =>
        await new EngineContainerHost(Docker, logSize: 0).ListAsync(
            [KilledAgent.Name],
            AgentLabels.BackendValue(Backend.Description),
            CancellationToken.None
        );

    public async Task<RunQueueItem> ItemAsync(string id) => (await Backend.FindItemAsync(id, Token))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var container in await ContainersAsync())
        {
            await new EngineContainerHost(Docker, logSize: 0).RemoveAsync(container.Id, CancellationToken.None);
        }

        await Docker.DisposeAsync();
        await Backend.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
