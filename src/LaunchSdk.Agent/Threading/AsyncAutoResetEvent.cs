using System.Threading.Channels;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Agent.Threading;

/// <summary>Wakes one waiter; set while nobody waits, the next wait returns at once. Set twice it is set once.</summary>
internal sealed class AsyncAutoResetEvent
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Set() => _set.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await _set.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for the signal or a time, whichever comes first.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new LinkedDeadline(longest, time, cancellationToken);
        try
        {
            await WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
