using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Recovery;
using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Phases;

/// <summary>
/// Finds out what became of containers that were created for a job: one that runs after all is the job's, else the job goes back.
/// </summary>
internal static class SettleContainers
{
    /// <summary>Waits for the containers' starts to be over.</summary>
    /// <param name="unsettled">The job and its containers.</param>
    /// <param name="reason">Why the job goes back where none of them ran.</param>
    /// <returns>A <see cref="StartedJob"/>, an <see cref="EndedJob"/> or a <see cref="GoneJob"/>.</returns>
    public static async Task<JobState> RunAsync(UnsettledJob unsettled, string reason)
    {
        var job = unsettled.Job;
        try
        {
            job.Settle(unsettled.Containers);
            job.Begin(JobStep.Starting);
            await using var watch = StepWatch.Start(job);
            using (job.InterruptAfter(job.Agent.Options.ContainerStartTimeout))
            {
                if (await ContainerSettlement.FindAsync(unsettled, job.Interrupted).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }

            await GiveBackJob.RunAsync(job.Agent, job.Lease, reason).ConfigureAwait(false);
            return new GoneJob(unsettled);
        }
        catch (Exception e)
        {
            return await FailedPreparation.RecoverAsync(unsettled, e).ConfigureAwait(false);
        }
    }
}
