using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>A job from end to end: prepared or taken over, watched, reported, cleaned up.</summary>
internal static class JobRun
{
    /// <summary>Brings a job from where it is to its end.</summary>
    /// <param name="begun">Where it is: taken from its queue, or found with what an earlier agent has left.</param>
    public static async Task RunAsync(JobState begun)
    {
        var job = begun.Job;
        using var activity = AgentTelemetry.Source.StartActivity("launchsdk.job");
        activity?.SetTag("launchsdk.item", job.ItemId);
        activity?.SetTag("launchsdk.queue", job.Lease.Item.Queue);
        var reached = begun;
        try
        {
            reached = await PrepareAsync(begun).ConfigureAwait(false);
            if (reached is StartedJob started)
            {
                reached = await WatchContainer.RunAsync(started).ConfigureAwait(false);
            }

            if (reached is EndedJob ended)
            {
                reached = await FinishAsync(ended).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            // Nothing was reported: the item stays acknowledged, and the next agent of this name finds it.
            job.Agent.Logger.Unexpected(job.ItemId, e);
        }
        finally
        {
            activity?.SetTag("launchsdk.state", (reached as EndedJob)?.Outcome.State.ToString());
            await ReleaseAsync(reached).ConfigureAwait(false);
        }
    }

    private static Task<JobState> PrepareAsync(JobState begun) =>
        begun switch
        {
            TakenJob taken => JobPreparation.RunAsync(taken),
            UnsettledJob unsettled => SettleContainers.RunAsync(
                unsettled,
                "the agent was restarted before the job's container was started"
            ),
            _ => Task.FromResult(begun),
        };

    private static async Task<JobState> FinishAsync(EndedJob ended)
    {
        var started = ended.From as StartedJob;
        if (ended.Job.StopReason == StopReason.Lost)
        {
            await CleanUpJob.RunAsync(started, removes: true).ConfigureAwait(false);
            return new GoneJob(ended);
        }

        await RunHooks.AfterAsync(ended).ConfigureAwait(false);
        if (await ReportOutcome.RunAsync(ended).ConfigureAwait(false))
        {
            await CleanUpJob.RunAsync(started, started?.RemovesContainer == true).ConfigureAwait(false);
        }

        return ended;
    }

    private static async Task ReleaseAsync(JobState reached)
    {
        var (job, outcome) = (reached.Job, (reached as EndedJob)?.Outcome);
        if (reached.OwnedContainer is { } container)
        {
            await container.DisposeAsync().ConfigureAwait(false);
        }

        // Code that a container has mounted stays while the container does.
        if (reached.OwnedImage is { } image && !(job.IsLeft && outcome is null))
        {
            await DeleteCodeAsync(job, image).ConfigureAwait(false);
        }

        job.Agent.Gpus?.Release(job.ItemId);
        job.Agent.Board.Set(status => status with { Gpus = job.Agent.Gpus?.Status ?? [] });
        var status = job.Status with { Step = JobStep.Ended, StepSince = job.Agent.Time.GetUtcNow(), Waiting = null, Outcome = outcome };
        if (outcome is not null)
        {
            job.Report(AgentChangeKind.JobEnded, $"{outcome.State}: {outcome.Message}", status);
        }
        else
        {
            job.Report(AgentChangeKind.JobGone, job.IsLeft ? "left to the next agent of this name" : "not this agent's any more", status);
        }

        job.Dispose();
    }

    private static async Task DeleteCodeAsync(AgentJob job, JobImage image)
    {
        try
        {
            if (image.Built is { } built)
            {
                await built.DisposeAsync().ConfigureAwait(false);
            }

            image.Scratch?.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A container may have left files there that are not this user's. The job is over all the same.
            job.Agent.Logger.CodeLeft(job.ItemId, e.Message);
        }
    }
}
