using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Queues;

/// <summary>What every backend does, whatever it keeps its queues in.</summary>
public abstract partial class RunQueueConformance : IAsyncLifetime
{
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    protected IBackendFixture Fixture { get; private set; } = null!;

    protected IRunQueueBackend Backend => Fixture.Backend;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Fixture = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (Fixture is not null)
        {
            await Fixture.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<IBackendFixture> CreateAsync();

    protected static DockerQueue Definition(string name = "gpu", PrioritizationMode? mode = null, string memory = "16g") =>
        DockerQueue.Create(name, options => options.Memory(memory)) with
        {
            PrioritizationMode = mode,
        };

    protected static LaunchJob Job(string name = "train", JobPriority? priority = null) =>
        new()
        {
            Name = name,
            Docker = new JobImageSource { DockerImage = "alpine:3.22" },
            Priority = priority,
        };

    /// <summary>A queue with jobs on it, and the lease of the first.</summary>
    protected async Task<RunQueueLease> PopOneAsync(string agent = "a")
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job(), Token);
        return (await Backend.PopAsync("gpu", agent, Lease, Token))!;
    }

    protected async Task<RunQueueItem> ItemAsync(RunQueueLease lease) => (await Backend.FindItemAsync(lease.Item.Id, Token))!;

    protected Task LeasesRunOutAsync() => Fixture.AdvanceAsync(Lease + TimeSpan.FromSeconds(1));
}
