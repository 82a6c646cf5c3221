using System.Text;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>What a job writes, for somebody who waits for it: the log that an agent of this machine keeps, as it grows, else the last lines that the agent reported.</summary>
/// <param name="path">The log, where an agent of this machine has the job.</param>
/// <param name="output">Gets it.</param>
/// <param name="timeProvider">The clock of the looks at the log.</param>
internal sealed class JobOutput(string path, Stream output, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task<bool>? _following;

    /// <summary>Begins with the log once the job runs.</summary>
    public void Begin(RunQueueItem item, CancellationToken cancellationToken)
    {
        // A log from before is another attempt's.
        if (item.State == RunQueueItemState.Running)
        {
            _following ??= Task.Run(() => JobLogFile.FollowAsync(path, output, timeProvider, _ended.Token, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Writes the rest; returns when all is written.</summary>
    public async Task EndAsync(RunQueueItem item, CancellationToken cancellationToken)
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        _following ??= JobLogFile.FollowAsync(path, output, timeProvider, _ended.Token, cancellationToken);
        if (!await _following.ConfigureAwait(false))
        {
            var lines = string.Concat((item.Outcome?.LogTail ?? []).Select(static line => line + "\n"));
            await output.WriteAsync(Encoding.UTF8.GetBytes(lines), cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stops following.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        if (_following is not null)
        {
            await ((Task)_following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _ended.Dispose();
    }
}
