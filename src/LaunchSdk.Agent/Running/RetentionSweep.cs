using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running;

/// <summary>
/// Deletes the logs and the ended jobs that were kept long enough: at the start and each hour, a bounded number at a time.
/// </summary>
internal sealed class RetentionSweep(AgentServices agent)
{
    /// <summary>How many logs, and how many jobs, one sweep deletes; the next one goes on.</summary>
    internal const int MostOfASweep = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Sweeps until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            SweepLogs();
            await SweepItemsAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(Interval, agent.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Deletes the logs whose last byte is old.</summary>
    internal void SweepLogs()
    {
        if (agent.Options.JobLogRetention == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            var running = agent.Board.Read().Jobs.Select(static job => job.ItemId).ToHashSet(StringComparer.Ordinal);
            var deleted = OldLogs.Delete(agent.LogFolder, agent.Time.GetUtcNow() - agent.Options.JobLogRetention, MostOfASweep, running);
            if (deleted > 0)
            {
                agent.Logger.Swept(deleted, "job logs");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            agent.Logger.NotSwept("job logs", e.Message);
        }
    }

    private async Task SweepItemsAsync(CancellationToken cancellationToken)
    {
        if (agent.Options.EndedJobRetention == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            var age = agent.Options.EndedJobRetention;
            var deleted = await agent.Backend.DeleteEndedItemsAsync(age, MostOfASweep, cancellationToken).ConfigureAwait(false);
            if (deleted > 0)
            {
                agent.Logger.Swept(deleted, "ended jobs");
            }
        }
        catch (Exception e) when (e is RunQueueException or OperationCanceledException)
        {
            agent.Logger.NotSwept("ended jobs", e.Message);
        }
    }
}
