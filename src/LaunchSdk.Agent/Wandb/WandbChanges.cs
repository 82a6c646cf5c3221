using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Threading;

namespace LaunchSdk.Agent.Wandb;

/// <summary>
/// W&amp;B tells nothing by itself, so this says when to look: soon after a job, less often the longer nothing happens, never all agents at
/// once.
/// </summary>
internal sealed class WandbChanges(WandbOptions options, Action<WandbChanges> leave) : IRunQueueChanges
{
    private const double Growth = 1.6;
    private const double Jitter = 0.2;

    private readonly AsyncAutoResetEvent _wake = new();
    private readonly Lock _lock = new();
    private TimeSpan _wait = options.ShortestPoll;

    /// <summary>The wait before the next look, before it is varied.</summary>
    internal TimeSpan Wait
    {
        get
        {
            lock (_lock)
            {
                return _wait;
            }
        }
    }

    /// <inheritdoc/>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan wait;
        lock (_lock)
        {
            wait = _wait * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
            _wait = TimeSpan.FromTicks(Math.Min((long)(_wait.Ticks * Growth), options.LongestPoll.Ticks));
        }

        await _wake.WaitAsync(wait, options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Something was done here: there may be more to do.</summary>
    public void Hurry(bool atOnce)
    {
        lock (_lock)
        {
            _wait = options.ShortestPoll;
        }

        if (atOnce)
        {
            _wake.Set();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        leave(this);
        return ValueTask.CompletedTask;
    }
}
