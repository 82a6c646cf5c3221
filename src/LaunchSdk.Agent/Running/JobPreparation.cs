using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Recovery;
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
            await using var watch = StepWatch.Start(job);
            CheckJob.Run(job);
            await TellKeptLimitsAsync(job).ConfigureAwait(false);
            await AcquireGpus.RunAsync(job).ConfigureAwait(false);
            await AcknowledgeAsync(job).ConfigureAwait(false);
            using (
                job.Agent.Time.CreateTimer(
                    _ => job.Interrupt(StopReason.StartTimeout),
                    null,
                    job.Agent.Options.StartTimeout,
                    Timeout.InfiniteTimeSpan
                )
            )
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

    private static async Task TellKeptLimitsAsync(JobContext job)
    {
        if (job.KeptLimits.Count > 0)
        {
            var note = string.Join("; ", job.KeptLimits);
            job.Agent.Logger.Step(job.ItemId, note);
            await JobNote.TellAsync(job, note).ConfigureAwait(false);
        }
    }

    /// <summary>Finds out what becomes of the containers that an earlier agent has created for the job: one that runs after all is its, else the job goes back.</summary>
    public static Task<bool> ResumeAsync(JobContext job) =>
        ResumeAsync(job, "the agent was restarted before the job's container was started");

    private static async Task<bool> ResumeAsync(JobContext job, string reason)
    {
        try
        {
            job.Begin(JobStep.Starting);
            await using var watch = StepWatch.Start(job);
            using (
                job.Agent.Time.CreateTimer(
                    _ => job.Interrupt(StopReason.StartTimeout),
                    null,
                    job.Agent.Options.ContainerStartTimeout,
                    Timeout.InfiniteTimeSpan
                )
            )
            {
                if (await ContainerSettlement.FindAsync(job, job.Left, job.Interrupted).ConfigureAwait(false))
                {
                    return true;
                }
            }

            await GiveBackJob.RunAsync(job.Agent, job.Lease, reason).ConfigureAwait(false);
            return false;
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
        await job
            .Agent.OutageRetry.BackendAsync(token => job.Agent.Backend.AcknowledgeAsync(job.Lease, job.RunId, token), job.Interrupted)
            .ConfigureAwait(false);
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
                job.Agent.OutageRetry.EngineFailed(exception);
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
        var isStarting = job.Status.Step == JobStep.Starting;
        if (isStarting)
        {
            // The engine may start it yet.
            job.Agent.LeftoversSuspected.Set();
        }

        switch (job.StopReason)
        {
            case StopReason.Wanted:
                job.Outcome = RunOutcome.Killed(
                    isStarting
                        ? "stopped as asked, while its container was being started"
                        : "stopped as asked, before its container was started"
                );
                return true;
            case StopReason.StartTimeout:
                job.Outcome = RunOutcome.Failed(RunStage.Run, isStarting ? StartHangs(job) : PreparationTakesLong(job));
                return true;
            case StopReason.Lost:
                return false;
            case StopReason.AgentCancelled when isStarting && job.Left.Count == 0 && !job.IsLeft:
                // Removed, and it may have begun to work: to give it back could run it twice.
                job.Outcome = RunOutcome.Killed(
                    $"stopped because the agent {job.Agent.Name} was cancelled, while its container was being started"
                );
                return true;
            default:
                if (!isStarting)
                {
                    await GiveBackJob
                        .RunAsync(job.Agent, job.Lease, "the agent ends before the job's container was started")
                        .ConfigureAwait(false);
                }

                return false;
        }
    }

    private static string StartHangs(JobContext job) =>
        FormattableString.Invariant(
            $"its container did not start within {job.Agent.Options.ContainerStartTimeout.TotalSeconds} s: the engine has not answered the start. Look at the engine's log and load, or raise --container-start-timeout"
        );

    private static string PreparationTakesLong(JobContext job) =>
        FormattableString.Invariant(
            $"its container did not start within {job.Agent.Options.StartTimeout.TotalSeconds} s (it {job.Status.Step.Describe()}): look at the image's size and the engine's load, or raise WANDB_LAUNCH_START_TIMEOUT"
        );

    // The engine went away in the middle of a start: what it made of it is known when it is back.
    private static async Task<bool> SettleAsync(JobContext job, Exception exception)
    {
        try
        {
            var containers = await job.Agent.ListContainersAsync(job.Interrupted).ConfigureAwait(false);
            job.Left = [.. containers.Where(container => container.Item == job.ItemId)];
        }
        catch (OperationCanceledException) when (job.IsLeft || job.StopReason == StopReason.AgentCancelled)
        {
            // Not given back: a container of it may run. The next agent of this name looks.
            return false;
        }
        catch (OperationCanceledException) when (job.Interrupted.IsCancellationRequested)
        {
            return await InterruptedAsync(job).ConfigureAwait(false);
        }

        if (job.Left.Count > 0)
        {
            return await ResumeAsync(job, exception.Message).ConfigureAwait(false);
        }

        await GiveBackJob.RunAsync(job.Agent, job.Lease, exception.Message).ConfigureAwait(false);
        return false;
    }
}
