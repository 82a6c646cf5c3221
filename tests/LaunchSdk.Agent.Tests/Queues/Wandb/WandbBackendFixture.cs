using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Tests.Queues.Wandb;

/// <summary>The emulator as a store of queues. Its clients are processes of one machine: they share a journal.</summary>
internal sealed class WandbBackendFixture : IBackendFixture
{
    private readonly MemoryJournal _journal = new();
    private readonly WandbFixture _server;

    private WandbBackendFixture(WandbFixture server)
    {
        _server = server;
        Backend = Connect();
    }

    public IRunQueueBackend Backend { get; }

    public static async Task<IBackendFixture> StartAsync() => new WandbBackendFixture(await WandbFixture.StartAsync());

    public IRunQueueBackend Connect() => _server.Another(options => options with { Journal = _journal });

    public Task AdvanceAsync(TimeSpan duration)
    {
        _server.Time.Advance(duration);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
