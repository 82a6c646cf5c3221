using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Storage;
using LaunchSdk.Agent.Status;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Agent.Tests.Agents;

/// <summary>An agent over a queue in memory and an engine without containers.</summary>
internal sealed class AgentFixture : IAsyncDisposable
{
    public const string Queue = "q";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-agent").FullName;
    private readonly CancellationTokenSource _leave = new();
    private LaunchAgent? _agent;
    private Task _running = Task.CompletedTask;

    public AgentFixture() =>
        Options = new LaunchAgentOptions
        {
            Name = "a",
            Queues = [Queue],
            StateFolder = _folder,
            GpuDevices = [],
        };

    public MemoryBackend Backend { get; init; } = new();

    public FakeHost Host { get; init; } = new();

    public FakeImages Images { get; } = new();

    /// <summary>The agent's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public LaunchAgentOptions Options { get; set; }

    public LaunchAgent Agent => _agent ??= new LaunchAgent(new AgentServices(Options, Backend, Host, Images, NullLogger.Instance, Time));

    /// <summary>Creates the queue from the text of a queue file.</summary>
    public async Task CreateQueueAsync(string text = "rm: true", string name = Queue) =>
        await Backend.CreateQueueAsync(DockerQueue.Parse(text).GetValueOrThrow() with { Name = name });

    public Task<RunQueueItem> PushAsync(string text = "docker: {docker_image: busybox}", string queue = Queue) =>
        Backend.PushAsync(queue, ReadJob(text));

    // As a backend reads what it has stored: which macros there are is the agent's matter.
    private static LaunchJob ReadJob(string text) =>
        text.StartsWith('{')
            ? StoredText.Job(text, out var reason) ?? throw new InvalidOperationException(reason)
            : LaunchJob.Parse(text).GetValueOrThrow();

    /// <summary>Starts the agent; it runs until the fixture's end at the latest.</summary>
    public void Start() => _running = Agent.RunAsync(_leave.Token);

    public Task LeaveAsync()
    {
        _leave.Cancel();
        return WhenOverAsync();
    }

    public Task WhenOverAsync() => _running.WaitAsync(Longest, TestContext.Current.CancellationToken);

    /// <summary>Waits until the status is as a test wants it.</summary>
    public Task<AgentStatus> WaitAsync(Func<AgentStatus, bool> wanted) => Agent.WaitAsync(wanted);

    /// <summary>The item as it is once this many jobs have ended.</summary>
    public async Task<RunQueueItem> WaitForEndAsync(string item, long ends = 1)
    {
        await WaitAsync(status => status.EndedCount >= ends);
        return (await Backend.FindItemAsync(item))!;
    }

    public async ValueTask DisposeAsync()
    {
        Backend.Failure = null;
        Host.Failure = null;
        await LeaveAsync();
        _leave.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
