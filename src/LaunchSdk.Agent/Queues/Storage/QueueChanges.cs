using System.Threading.Channels;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>Wakes its one listener when told to, and at the latest after an interval. Many changes before the listener looks are one.</summary>
internal sealed class QueueChanges(TimeSpan interval, TimeProvider time) : IRunQueueChanges
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What has to end with the subscription.</summary>
    public IAsyncDisposable? Source { get; set; }

    /// <summary>Something may have changed.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    /// <inheritdoc/>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await using var timer = time.CreateTimer(static changes => ((QueueChanges)changes!).Signal(), this, interval, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await _signals.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _signals.Writer.TryComplete();
        return Source?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
