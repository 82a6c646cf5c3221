using LaunchSdk.Agent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Docker;

namespace LaunchSdk.AgentBenchmarks;

/// <summary>A SQLite file with the queue <c>jobs</c>, and agents for it that leave nothing behind.</summary>
internal sealed class BenchmarkAgent : IAsyncDisposable
{
    private readonly QueueStore _store = QueueStore.Sqlite();
    private readonly string _state = Directory.CreateTempSubdirectory("launchsdk-benchmark-").FullName;
    private readonly LaunchDocker _docker = new();
    private readonly IRunQueueBackend _submitter;
    private readonly IRunQueueBackend _agents;

    public BenchmarkAgent()
    {
        _submitter = _store.Connect();
        _agents = _store.Connect();
        Client = new LaunchQueueClient(_submitter);
    }

    public LaunchQueueClient Client { get; }

    public static LaunchJob Job { get; } =
        new()
        {
            Docker = new() { DockerImage = DockerProgram.Image },
            Overrides = new() { EntryPoint = ["sh", "-c", ":"] },
        };

    public Task CreateQueueAsync(Action<DockerQueueBuilder> options) => _submitter.CreateQueueAsync(DockerQueue.Create("jobs", options));

    public LaunchAgent Create(int maxJobs, bool once) =>
        new(
            new LaunchAgentOptions
            {
                Name = "benchmark",
                Queues = ["jobs"],
                MaxJobs = maxJobs,
                Once = once,
                StateFolder = _state,
                GpuDevices = [],
            },
            _agents,
            _docker
        );

    public async ValueTask DisposeAsync()
    {
        await _submitter.DisposeAsync();
        await _agents.DisposeAsync();
        await _docker.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_state, recursive: true);
    }
}
