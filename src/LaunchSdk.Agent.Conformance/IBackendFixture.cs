using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

/// <summary>A store of queues that is made for one test, and empty at first.</summary>
public interface IBackendFixture : IAsyncDisposable
{
    /// <summary>A client of the store.</summary>
    IRunQueueBackend Backend { get; }

    /// <summary>Another client of the same store, as another process would have it. The test disposes of it.</summary>
    /// <returns>The client.</returns>
    IRunQueueBackend Connect();

    /// <summary>Lets time pass for the store, so that leases run out.</summary>
    /// <param name="duration">How much time.</param>
    /// <returns>A task that completes when the store knows it.</returns>
    Task AdvanceAsync(TimeSpan duration);
}
