using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb.Emulator;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>An emulator, a backend that talks to it, and a clock.</summary>
internal sealed class WandbFixture : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly List<WandbRunQueueBackend> _backends = [];

    private WandbFixture(WandbEmulator server, HandTime time) => (Server, Time) = (server, time);

    public WandbEmulator Server { get; }

    public HandTime Time { get; }

    public EmulatorState State => Server.State;

    public WandbRunQueueBackend Backend { get; private set; } = null!;

    public WandbOptions Options =>
        new()
        {
            BaseUrl = Server.Address,
            Entity = "team",
            ApiKey = WandbEmulator.ApiKey,
            TimeProvider = Time,
            FirstRetry = TimeSpan.FromMilliseconds(1),
            ShortestPoll = TimeSpan.FromMilliseconds(1),
            LongestPoll = TimeSpan.FromMilliseconds(20),
        };

    public static async Task<WandbFixture> StartAsync(Func<WandbOptions, WandbOptions>? configure = null)
    {
        var time = new HandTime();
        var fixture = new WandbFixture(await WandbEmulator.StartAsync(time), time);
        fixture.Backend = fixture.Another(configure);
        return fixture;
    }

    public WandbRunQueueBackend Another(Func<WandbOptions, WandbOptions>? configure = null)
    {
        var options = Options with { Journal = new MemoryJournal() };
        _backends.Add(new WandbRunQueueBackend(configure?.Invoke(options) ?? options));
        return _backends[^1];
    }

    public async Task<RunQueue> QueueAsync(
        string name = "gpu",
        string options = """{"memory": "8g"}""",
        bool hasPriorities = false,
        string? variables = null
    )
    {
        var mode = hasPriorities ? "\"prioritization_mode\": \"V0\"," : string.Empty;
        var schemas = variables is null ? string.Empty : $"\"template_variables\": {variables},";
        var text = $"{{ \"queue\": \"{name}\", {mode} {schemas} \"resource_args\": {{ \"local-container\": {options} }} }}";
        return await Backend.CreateQueueAsync(
            DockerQueue.Parse(text, "queue.json").GetValueOrThrow(),
            TestContext.Current.CancellationToken
        );
    }

    public static LaunchJob Job(string json = """{"docker": {"docker_image": "busybox"}, "project": "p", "run_id": "run1"}""") =>
        LaunchJob.Parse(json, "job.json").GetValueOrThrow();

    public async Task<RunQueueLease> TakeAsync(string queue = "gpu", string agent = "agent") =>
        (await Backend.PopAsync(queue, agent, Lease, TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var backend in _backends)
        {
            await backend.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
