namespace LaunchSdk.Agent.Queues;

/// <summary>Tells that something may have changed in a backend: an item pushed, given back or ended, a stop asked for.</summary>
public interface IRunQueueChanges : IAsyncDisposable
{
    /// <summary>
    /// Returns when something may have changed since the last return (or the subscription), at the latest after the backend's own interval
    /// of looking. Never fails because a server is gone.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task NextAsync(CancellationToken cancellationToken);
}
