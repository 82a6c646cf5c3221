using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Running.Phases;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Configuration;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Running;

/// <summary>The way of a job from its queue to a started container, and what becomes of it when a step on the way does not succeed.</summary>
internal static class JobPreparation
{
    // A job that breaks the engine's connection each time is not tried for ever.
    private const int MostAttempts = 5;

    /// <summary>Returns whether there is something to report or to watch; false where the job is not this agent's any more.</summary>
    public static async Task<bool> RunAsync(JobContext job)
    {
        try
        {
            CheckJob.Run(job);
            await AcquireGpus.RunAsync(job).ConfigureAwait(false);
            await AcknowledgeAsync(job).ConfigureAwait(false);
            using (job.Agent.Time.CreateTimer(_ => job.Interrupt(StopReason.StartTimeout), null, job.Agent.Options.StartTimeout, Timeout.InfiniteTimeSpan))
            {
                await PrepareImage.RunAsync(job).ConfigureAwait(false);
                await RunHooks.BeforeAsync(job).ConfigureAwait(false);
                await StartContainer.RunAsync(job).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception e)
        {
            return await RecoverAsync(job, e).ConfigureAwait(false);
        }
    }

    private static async Task AcknowledgeAsync(JobContext job)
    {
        // Who follows the job from its acknowledgement on sees this attempt only.
        JobLog.DeleteEarlier(job.LogFile);
        await job.Agent.Persistence.BackendAsync(token => job.Agent.Backend.AcknowledgeAsync(job.Lease, job.RunId, token), job.Interrupted).ConfigureAwait(false);
        job.Begin(JobStep.PreparingImage, status => status with { RunId = job.RunId, LogFile = job.LogFile });
    }

    private static async Task<bool> RecoverAsync(JobContext job, Exception exception)
    {
        switch (exception)
        {
            case RunQueueLeaseLostException or RunQueueNotFoundException:
                job.Agent.Logger.Lost(job.ItemId, exception.Message);
                return false;
            case OperationCanceledException when job.Interrupted.IsCancellationRequested:
                return await InterruptedAsync(job).ConfigureAwait(false);
            case DockerEngineException { IsOutage: true } when job.Lease.Item.Attempt < MostAttempts:
                job.Agent.Persistence.EngineFailed(exception);
                return await SettleAsync(job, exception).ConfigureAwait(false);
            case JobFailedException failed:
                job.Outcome = RunOutcome.Failed(failed.Stage, failed.Message) with { LogTail = failed.LastLines };
                return true;
            case ConfigException:
                job.Outcome = RunOutcome.Failed(RunStage.Agent, exception.Message);
                return true;
            case DockerEngineException:
                job.Outcome = RunOutcome.Failed(RunStage.Run, exception.Message);
                return true;
            default:
                job.Agent.Logger.Unexpected(job.ItemId, exception);
                job.Outcome = RunOutcome.Failed(RunStage.Agent, $"an error of the agent's: {exception.Message}");
                return true;
        }
    }

    private static async Task<bool> InterruptedAsync(JobContext job)
    {
        switch (job.StopReason)
        {
            case StopReason.Wanted:
                job.Outcome = RunOutcome.Killed("stopped as asked, before its container was started");
                return true;
            case StopReason.StartTimeout:
                job.Outcome = RunOutcome.Failed(RunStage.Run, FormattableString.Invariant($"its container did not start within {job.Agent.Options.StartTimeout.TotalSeconds} s (it {job.Status.Step.Describe()}): look at the image's size and the engine's load, or raise WANDB_LAUNCH_START_TIMEOUT"));
                return true;
            case StopReason.Lost:
                return false;
            default:
                await GiveBackJob.RunAsync(job.Agent, job.Lease, "the agent ends before the job's container was started").ConfigureAwait(false);
                return false;
        }
    }

    // The engine went away in the middle of a start: what it made of it is known when it is back.
    private static async Task<bool> SettleAsync(JobContext job, Exception exception)
    {
        try
        {
            var containers = await job.Agent.ListContainersAsync(job.Interrupted).ConfigureAwait(false);
            if (await Recovery.ContainerSettlement.FindAsync(job, [.. containers.Where(container => container.Item == job.ItemId)], job.Interrupted).ConfigureAwait(false))
            {
                return true;
            }
        }
        catch (OperationCanceledException) when (job.Interrupted.IsCancellationRequested)
        {
            if (job.IsLeft || job.StopReason == StopReason.AgentCancelled)
            {
                // Not given back: a container of it may run. The next agent of this name looks.
                return false;
            }
        }

        await GiveBackJob.RunAsync(job.Agent, job.Lease, exception.Message).ConfigureAwait(false);
        return false;
    }
}
