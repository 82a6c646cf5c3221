using LaunchSdk.Agent.Running.Phases;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running;

/// <summary>A job from end to end: prepared or taken over, watched, reported, cleaned up.</summary>
internal static class JobRun
{
    public static async Task RunAsync(JobContext job)
    {
        using var activity = AgentTelemetry.Source.StartActivity("launchsdk.job");
        activity?.SetTag("launchsdk.item", job.ItemId);
        activity?.SetTag("launchsdk.queue", job.Lease.Item.Queue);
        try
        {
            if (
                job.Container is not null
                || await (job.Left.Count > 0 ? JobPreparation.ResumeAsync(job) : JobPreparation.RunAsync(job)).ConfigureAwait(false)
            )
            {
                await FinishAsync(job).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            // Nothing was reported: the item stays acknowledged, and the next agent of this name finds it.
            job.Agent.Logger.Unexpected(job.ItemId, e);
        }
        finally
        {
            activity?.SetTag("launchsdk.state", job.Outcome?.State.ToString());
            await LetGoAsync(job).ConfigureAwait(false);
        }
    }

    private static async Task FinishAsync(JobContext job)
    {
        if (job.Outcome is null)
        {
            await WatchContainer.RunAsync(job).ConfigureAwait(false);
        }

        if (job.Outcome is null)
        {
            return;
        }

        if (job.StopReason == StopReason.Lost)
        {
            await CleanUpJob.RunAsync(job, removes: true).ConfigureAwait(false);
            job.Outcome = null;
            return;
        }

        await RunHooks.AfterAsync(job).ConfigureAwait(false);
        if (await ReportOutcome.RunAsync(job).ConfigureAwait(false))
        {
            await CleanUpJob.RunAsync(job, job.RemovesContainer).ConfigureAwait(false);
        }
    }

    private static async Task LetGoAsync(JobContext job)
    {
        if (job.Container is { } container)
        {
            await container.DisposeAsync().ConfigureAwait(false);
        }

        // Code that a container has mounted stays while the container does.
        if (!(job.IsLeft && job.Outcome is null))
        {
            await DeleteCodeAsync(job).ConfigureAwait(false);
        }

        job.Agent.Gpus?.Release(job.ItemId);
        job.Agent.Board.Set(status => status with { Gpus = job.Agent.Gpus?.Status ?? [] });
        var ended = job.Status with { Step = JobStep.Ended, StepSince = job.Agent.Time.GetUtcNow(), Waiting = null, Outcome = job.Outcome };
        job.Tell(
            job.Outcome is null ? AgentChangeKind.JobGone : AgentChangeKind.JobEnded,
            job.Outcome is { } outcome ? $"{outcome.State}: {outcome.Message}"
                : job.IsLeft ? "let go of"
                : "not this agent's any more",
            ended
        );
        job.Dispose();
    }

    private static async Task DeleteCodeAsync(JobContext job)
    {
        try
        {
            if (job.Image?.Built is { } built)
            {
                await built.DisposeAsync().ConfigureAwait(false);
            }

            job.Image?.Scratch?.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A container may have left files there that are not this user's. The job is over all the same.
            job.Agent.Logger.CodeLeft(job.ItemId, e.Message);
        }
    }
}
