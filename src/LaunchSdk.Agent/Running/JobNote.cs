using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Running;

/// <summary>Tells a job's submitter one line.</summary>
internal static class JobNote
{
    /// <summary>Tells it once. Where the backend does not answer, the job goes on without.</summary>
    public static async Task TellAsync(JobContext job, string note)
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
