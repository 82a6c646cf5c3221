using System.Runtime.CompilerServices;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>A job on a queue, in the submitter's hands: where it is, how it ended, a way to stop it.</summary>
public sealed class SubmittedJob
{
    private static readonly TimeSpan PauseInOutage = TimeSpan.FromSeconds(1);

    private readonly IRunQueueBackend _backend;
    private readonly TimeProvider _timeProvider;
    private volatile RunQueueItem _item;

    internal SubmittedJob(IRunQueueBackend backend, RunQueueItem item, TimeProvider timeProvider)
    {
        _backend = backend;
        _item = item;
        _timeProvider = timeProvider;
    }

    /// <summary>The item's id; <see cref="LaunchQueueClient.FindAsync"/> finds the job again by it.</summary>
    public string Id => _item.Id;

    /// <summary>The item as it was when last asked for: by <see cref="RefreshAsync"/>, <see cref="WatchAsync"/> or <see cref="WaitAsync"/>.</summary>
    public RunQueueItem Item => _item;

    /// <summary>Where the job was when last asked for.</summary>
    public RunQueueItemState State => _item.State;

    /// <summary>Asks the backend for the item.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunQueueNotFoundException">It was deleted with its queue.</exception>
    public async Task<RunQueueItem> RefreshAsync(CancellationToken cancellationToken = default) =>
        _item = await _backend.FindItemAsync(Id, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"the job {Id} is no longer in {_backend.Description}: its queue was deleted");

    /// <summary>The item now, then at each change, last when it has ended. A backend that is gone for a while is waited for.</summary>
    /// <param name="cancellationToken">Stops watching; the job goes on.</param>
    /// <exception cref="RunQueueNotFoundException">It was deleted with its queue.</exception>
    public async IAsyncEnumerable<RunQueueItem> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var changes = await _backend.SubscribeAsync(cancellationToken).ConfigureAwait(false);
        await using var subscription = changes.ConfigureAwait(false);
        RunQueueItem? told = null;
        while (true)
        {
            if (await TryRefreshAsync(cancellationToken).ConfigureAwait(false) is { } item)
            {
                if (item != told)
                {
                    yield return told = item;
                }

                if (item.Outcome is not null)
                {
                    yield break;
                }
            }

            await changes.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the end. A backend that is gone for a while is waited for.</summary>
    /// <param name="cancellationToken">Stops waiting; the job goes on.</param>
    /// <returns>How it ended: state, exit code, the last lines.</returns>
    /// <exception cref="RunQueueNotFoundException">It was deleted with its queue.</exception>
    public async Task<RunOutcome> WaitAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var item in WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Outcome is { } outcome)
            {
                return outcome;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Asks for the job's end: one that waits never starts, one that runs is stopped by its agent. <see cref="WaitAsync"/> tells when it has ended.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelAsync(CancellationToken cancellationToken = default) => _backend.RequestStopAsync(Id, cancellationToken);

    private async Task<RunQueueItem?> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RunQueueUnavailableException)
        {
            await Task.Delay(PauseInOutage, _timeProvider, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
