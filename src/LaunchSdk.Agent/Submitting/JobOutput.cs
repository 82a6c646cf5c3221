using System.Text;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>
/// What a job writes, for somebody who waits for it: the logs that an agent of this machine keeps, as they grow, else the last lines that
/// the agent reported.
/// </summary>
/// <param name="job">The job, whose logs are where an agent of this machine has it.</param>
/// <param name="output">Gets it.</param>
/// <param name="buildOutput">Gets what the build of its image writes; null to leave that out.</param>
/// <param name="timeProvider">The clock of the looks at the logs.</param>
/// <param name="cancellationToken">Stops the waiting.</param>
internal sealed class JobOutput(
    SubmittedJob job,
    Stream output,
    Stream? buildOutput,
    TimeProvider timeProvider,
    CancellationToken cancellationToken
) : IAsyncDisposable
{
    private readonly CancellationTokenSource _broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly CancellationTokenSource _ended = new();
    private readonly JobLogFile _log = new(job.LogFile, output);
    private readonly JobLogFile? _build = buildOutput is null ? null : new JobLogFile(job.BuildLogFile, buildOutput);
    private Task? _following;

    /// <summary>Is cancelled when the waiting is, and when an output cannot be written.</summary>
    public CancellationToken Broken => _broken.Token;

    /// <summary>Begins with the logs once the job runs.</summary>
    public void Begin(RunQueueItem item)
    {
        // A log from before is another attempt's.
        if (item.State == RunQueueItemState.Running)
        {
            _following ??= Task.Run(FollowAsync, cancellationToken);
        }
    }

    /// <summary>Writes the rest; returns when all is written.</summary>
    public async Task EndAsync(RunQueueItem item)
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        _following ??= FollowAsync();
        await _following.ConfigureAwait(false);
        var isTold = _log.WasFound || (_build?.WasFound == true && item.Outcome?.Stage == RunStage.Build);
        if (!isTold)
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
            await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _ended.Dispose();
        _broken.Dispose();
    }

    private async Task FollowAsync()
    {
        try
        {
            JobLogFile[] files = _build is null ? [_log] : [_build, _log];
            await JobLogFile.FollowAsync(files, timeProvider, _ended.Token, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await _broken.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
