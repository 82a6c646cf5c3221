using System.Runtime.CompilerServices;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>A job on a queue, in the submitter's hands: where it is, how it ended, a way to stop it.</summary>
public sealed class SubmittedJob
{
    private static readonly TimeSpan PauseInOutage = TimeSpan.FromSeconds(1);

    private readonly IRunQueueSubmissions _backend;
    private readonly TimeProvider _timeProvider;
    private readonly string _logFolder;
    private volatile RunQueueItem _item;

    internal SubmittedJob(IRunQueueSubmissions backend, RunQueueItem item, string logFolder, TimeProvider timeProvider)
    {
        _backend = backend;
        _item = item;
        _logFolder = logFolder;
        _timeProvider = timeProvider;
    }

    /// <summary>The item's id; <see cref="LaunchQueueClient.FindAsync"/> finds the job again by it.</summary>
    public string Id => _item.Id;

    /// <summary>
    /// The item as it was when last asked for: by <see cref="RefreshAsync"/>, <see cref="WatchAsync"/> or <see cref="WaitAsync"/>.
    /// </summary>
    public RunQueueItem Item => _item;

    /// <summary>Where the job was when last asked for.</summary>
    public RunQueueItemState State => _item.State;

    /// <summary>Where an agent of this machine keeps the job's log: its output as it was written, both streams in their order.</summary>
    public string LogFile => JobLog.PathOf(_logFolder, Id);

    /// <summary>
    /// The files of the job's log that are there, in the order in which they are read: <see cref="LogFile"/>, then newer parts where the
    /// job wrote more than half of what a log may have.
    /// </summary>
    public IReadOnlyList<string> LogFiles => JobLogParts.Find(LogFile);

    /// <summary>
    /// Where an agent of this machine keeps what the build of the job's image wrote, each line marked with <c>build: </c>; there is none
    /// where no image was built.
    /// </summary>
    public string BuildLogFile => BuildLog.PathOf(LogFile);

    /// <summary>Asks the backend for the item.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as the backend has it.</returns>
    /// <exception cref="RunQueueNotFoundException">It was deleted with its queue.</exception>
    public async Task<RunQueueItem> RefreshAsync(CancellationToken cancellationToken = default) =>
        _item =
            await _backend.FindItemAsync(Id, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"the job {Id} is no longer in {_backend.Description}: its queue was deleted");

    /// <summary>The item now, then at each change, last when it has ended. A backend that is gone for a while is waited for.</summary>
    /// <param name="cancellationToken">Stops watching; the job goes on.</param>
    /// <returns>The item at each change.</returns>
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

    /// <summary>
    /// Waits for the end and writes what the job writes, as it comes: its log where an agent of this machine has it, else the last lines
    /// that the agent reports at the end.
    /// </summary>
    /// <param name="output">Gets the bytes. One that throws ends the waiting with its exception; the job goes on.</param>
    /// <param name="changed">Is told of the item now and at each change; null for nobody.</param>
    /// <param name="buildOutput">
    /// Gets what the build of the job's image writes, where an agent of this machine has it; null to leave that out.
    /// </param>
    /// <param name="cancellationToken">Stops waiting; the job goes on.</param>
    /// <returns>How it ended.</returns>
    public async Task<RunOutcome> FollowAsync(
        Stream output,
        Action<RunQueueItem>? changed = null,
        Stream? buildOutput = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        var log = new JobOutput(this, output, buildOutput, _timeProvider, cancellationToken);
        await using var disposal = log.ConfigureAwait(false);
        try
        {
            await foreach (var item in WatchAsync(log.Broken).ConfigureAwait(false))
            {
                changed?.Invoke(item);
                log.Begin(item);
            }
        }
        catch (OperationCanceledException) when (log.Broken.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // An output that cannot be written is known by the end of what writes to it, which throws below.
        }

        await log.EndAsync(Item).ConfigureAwait(false);
        return Item.Outcome!;
    }

    /// <summary>
    /// Asks for the job's end: one that waits never starts, one that runs is stopped by its agent. <see cref="WaitAsync"/> tells when it
    /// has ended.
    /// </summary>
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
