using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Phases;

/// <summary>Says at the backend that the job's work begins.</summary>
internal static class AcknowledgeJob
{
    public static async Task<AcknowledgedJob> RunAsync(LeasedJob leased)
    {
        var (job, agent) = (leased.Job, leased.Job.Agent);
        // Who follows the job from its acknowledgement on sees this attempt only.
        JobLog.DeleteEarlier(job.LogFile);
        await agent
            .OutageRetry.BackendAsync(token => agent.Backend.AcknowledgeAsync(job.Lease, job.RunId, token), job.Interrupted)
            .ConfigureAwait(false);
        job.Begin(JobStep.PreparingImage, status => status with { RunId = job.RunId, LogFile = job.LogFile });
        return new AcknowledgedJob(job, leased.Run, leased.Gpus);
    }
}
