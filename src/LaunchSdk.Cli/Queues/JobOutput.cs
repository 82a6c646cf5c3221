using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Cli.Queues;

/// <summary>What a job writes, for somebody who waits for it: the log that an agent of this machine keeps, as it grows, else the last lines that the agent reported.</summary>
/// <param name="console">Says where the logs are.</param>
/// <param name="output">Gets it.</param>
internal sealed class JobOutput(ToolConsole console, Stream output) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task<bool>? _following;

    /// <summary>Begins with the log once the job runs.</summary>
    public void Begin(RunQueueItem item, CancellationToken cancellationToken)
    {
        if (item.State == RunQueueItemState.Running)
        {
            _following ??= Task.Run(() => JobLogFile.FollowAsync(JobLogFile.PathOf(console, item.Id), output, _ended.Token, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Writes the rest; returns when all is written.</summary>
    public async Task EndAsync(RunQueueItem item, CancellationToken cancellationToken)
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        _following ??= JobLogFile.FollowAsync(JobLogFile.PathOf(console, item.Id), output, _ended.Token, cancellationToken);
        if (!await _following.ConfigureAwait(false))
        {
            await JobTail.WriteAsync(item, output, cancellationToken).ConfigureAwait(false);
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
