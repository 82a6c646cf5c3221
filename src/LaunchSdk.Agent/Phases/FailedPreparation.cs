using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Configuration;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Phases;

/// <summary>What becomes of a job when a step on the way to its container does not succeed.</summary>
internal static class FailedPreparation
{
    // A job that breaks the engine's connection each time is not tried for ever.
    private const int MostAttempts = 5;

    /// <summary>Decides what a failed step means for its job.</summary>
    /// <param name="reached">How far the job had come.</param>
    /// <param name="exception">What the step threw.</param>
    /// <returns>
    /// An <see cref="EndedJob"/> to report, a <see cref="GoneJob"/>, or a <see cref="StartedJob"/> whose container was found.
    /// </returns>
    public static async Task<JobState> RecoverAsync(JobState reached, Exception exception)
    {
        var job = reached.Job;
        try
        {
            switch (exception)
            {
                case RunQueueLeaseLostException or RunQueueNotFoundException:
                    job.Agent.Logger.Lost(job.ItemId, exception.Message);
                    return new GoneJob(reached);
                case OperationCanceledException when job.Interrupted.IsCancellationRequested:
                    return await InterruptedPreparation.RecoverAsync(reached).ConfigureAwait(false);
                case DockerEngineException { IsOutage: true } when job.Lease.Item.Attempt < MostAttempts:
                    job.Agent.OutageRetry.EngineFailed(exception);
                    return await SettleAsync(reached, exception).ConfigureAwait(false);
                default:
                    return new EndedJob(reached, OutcomeOf(job, exception));
            }
        }
        catch (Exception e)
        {
            // Nothing is reported: the next agent of this name finds the item.
            job.Agent.Logger.Unexpected(job.ItemId, e);
            return new GoneJob(reached);
        }
    }

    private static RunOutcome OutcomeOf(AgentJob job, Exception exception)
    {
        switch (exception)
        {
            case JobFailedException failed:
                return RunOutcome.Failed(failed.Stage, failed.Message) with { LogTail = failed.LastLines };
            case ConfigException:
                return RunOutcome.Failed(RunStage.Agent, exception.Message);
            case DockerEngineException:
                return RunOutcome.Failed(RunStage.Run, exception.Message);
            default:
                job.Agent.Logger.Unexpected(job.ItemId, exception);
                return RunOutcome.Failed(RunStage.Agent, $"an error of the agent's: {exception.Message}");
        }
    }

    // The engine went away in the middle of a start: what it made of it is known when it is back.
    private static async Task<JobState> SettleAsync(JobState reached, Exception exception)
    {
        var job = reached.Job;
        try
        {
            var containers = await job.Agent.ListContainersAsync(job.Interrupted).ConfigureAwait(false);
            if (containers.Where(container => container.Item == job.ItemId).ToArray() is { Length: > 0 } own)
            {
                return await SettleContainers
                    .RunAsync(new UnsettledJob(job, own, reached.OwnedImage), exception.Message)
                    .ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (job.IsLeft || job.StopReason == StopReason.AgentCancelled)
        {
            // Not given back: a container of it may run. The next agent of this name looks.
            return new GoneJob(reached);
        }
        catch (OperationCanceledException) when (job.Interrupted.IsCancellationRequested)
        {
            return await InterruptedPreparation.RecoverAsync(reached).ConfigureAwait(false);
        }

        await GiveBackJob.RunAsync(job.Agent, job.Lease, exception.Message).ConfigureAwait(false);
        return new GoneJob(reached);
    }
}
