using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Tests.Queues.Wandb;

/// <summary>
/// The emulator as a store of queues. Its clients are as processes of one machine are: each has the file of the journal open for itself.
/// </summary>
internal sealed class WandbBackendFixture : IBackendFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launchsdk-wandb-").FullName;
    private readonly WandbFixture _server;

    private WandbBackendFixture(WandbFixture server)
    {
        _server = server;
        Backend = Connect();
    }

    public IRunQueueBackend Backend { get; }

    public static async Task<IBackendFixture> StartAsync() => new WandbBackendFixture(await WandbFixture.StartAsync());

    public IRunQueueBackend Connect() =>
        _server.Another(options => options with { Journal = new SqliteJournal(Path.Combine(_folder, "team.db")) });

    /// <summary>A client as a process of another machine has it. The test disposes it.</summary>
    public IRunQueueBackend ConnectElsewhere() => _server.Another();

    public Task AdvanceAsync(TimeSpan duration)
    {
        _server.Time.Advance(duration);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
