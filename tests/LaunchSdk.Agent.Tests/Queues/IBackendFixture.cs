using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Queues;

/// <summary>A store of queues made for one test, empty at first. A backend passes <see cref="RunQueueConformance"/> by giving one.</summary>
public interface IBackendFixture : IAsyncDisposable
{
    /// <summary>A client of the store.</summary>
    IRunQueueBackend Backend { get; }

    /// <summary>Another client of the same store, as another process would have it. The test disposes it.</summary>
    IRunQueueBackend Connect();

    /// <summary>Lets time pass for the store: it hears of leases that ran out.</summary>
    Task AdvanceAsync(TimeSpan duration);
}
