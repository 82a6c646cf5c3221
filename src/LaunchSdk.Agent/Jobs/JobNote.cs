using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Jobs;

/// <summary>A line for a job's submitter.</summary>
internal static class JobNote
{
    /// <summary>Sends it once. Where the backend does not answer, the job goes on without.</summary>
    public static async Task SendAsync(AgentJob job, string note)
    {
        try
        {
            await job.Agent.Backend.NoteAsync(job.Lease, note, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RunQueueException)
        {
            // A note is for people.
        }
    }
}
