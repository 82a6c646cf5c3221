using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>
/// Wakes its one listener when told to, and at the latest after an interval. Many changes before the listener looks are one.
/// </summary>
internal sealed class QueueChanges(TimeSpan interval, TimeProvider time) : IRunQueueChanges
{
    private readonly AsyncAutoResetEvent _changed = new();

    /// <summary>What has to end with the subscription.</summary>
    public IAsyncDisposable? Source { get; set; }

    /// <summary>Something may have changed.</summary>
    public void Tell() => _changed.Set();

    /// <inheritdoc/>
    public Task NextAsync(CancellationToken cancellationToken) => _changed.WaitAsync(interval, time, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
