using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

/// <summary>
/// What every backend does, whatever it keeps its queues in, as tests for xunit v3. A test project derives a class, gives it a store with
/// <see cref="CreateAsync"/>, and runs; what its backend does in another way it says by overriding a property or a test.
/// </summary>
public abstract partial class RunQueueConformance : IAsyncLifetime
{
    /// <summary>How long a lease of the tests lasts.</summary>
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private IBackendFixture? _fixture;

    /// <summary>The store of this test.</summary>
    /// <exception cref="InvalidOperationException">The test has not begun.</exception>
    protected IBackendFixture Fixture => _fixture ?? throw new InvalidOperationException("the test has no store before it begins");

    /// <summary>A client of the store.</summary>
    protected IRunQueueBackend Backend => Fixture.Backend;

    /// <summary>Cancelled when the test is.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes the store.</summary>
    /// <returns>A task that completes when it is there.</returns>
    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    /// <summary>Disposes of the store.</summary>
    /// <returns>A task that completes when it is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_fixture is not null)
        {
            await _fixture.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an empty store; it is disposed of after the test.</summary>
    /// <returns>The store.</returns>
    protected abstract Task<IBackendFixture> CreateAsync();

    /// <summary>A queue to create.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mode">Whether it knows priorities; null for not.</param>
    /// <param name="memory">Its limit of memory, by which two definitions differ.</param>
    /// <returns>The definition.</returns>
    protected static DockerQueue Definition(string name = "gpu", PrioritizationMode? mode = null, string memory = "16g") =>
        DockerQueue.Create(name, options => options.Memory(memory)) with
        {
            PrioritizationMode = mode,
        };

    /// <summary>A job to push.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="priority">Its priority; null for none.</param>
    /// <returns>The job.</returns>
    protected static LaunchJob Job(string name = "train", JobPriority? priority = null) =>
        new()
        {
            Name = name,
            Docker = new JobImageSource { DockerImage = "alpine:3.22" },
            Priority = priority,
        };

    /// <summary>Creates the queue <c>gpu</c>, pushes a job and pops it.</summary>
    /// <param name="agent">The agent that pops it.</param>
    /// <returns>The lease of the job.</returns>
    protected async Task<RunQueueLease> PopOneAsync(string agent = "a")
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job(), Token);
        return (await Backend.PopAsync("gpu", agent, Lease, Token))!;
    }

    /// <summary>The item of a lease as it is now.</summary>
    /// <param name="lease">The lease.</param>
    /// <returns>The item.</returns>
    protected async Task<RunQueueItem> ItemAsync(RunQueueLease lease) => (await Backend.FindItemAsync(lease.Item.Id, Token))!;

    /// <summary>Lets every lease of the tests run out.</summary>
    /// <returns>A task that completes when the store knows it.</returns>
    protected Task LeasesRunOutAsync() => Fixture.AdvanceAsync(Lease + TimeSpan.FromSeconds(1));
}
