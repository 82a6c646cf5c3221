using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Tells the backend how the job ended, until it has heard it.</summary>
internal static class ReportOutcome
{
    /// <summary>Whether the outcome stands, or the item was another's meanwhile; false where the agent lets go before.</summary>
    public static async Task<bool> RunAsync(JobContext job)
    {
        job.Begin(JobStep.Reporting, status => status with { Outcome = job.Outcome });
        try
        {
            await job
                .Agent.OutageRetry.BackendAsync(token => job.Agent.Backend.CompleteAsync(job.Lease, job.Outcome!, token), job.Agent.Leaving)
                .ConfigureAwait(false);
            job.Agent.Logger.Ended(job.ItemId, job.Outcome!.State.ToString(), job.Outcome.Message);
            AgentTelemetry.Jobs.Add(1, new KeyValuePair<string, object?>("state", job.Outcome.State.ToString()));
            return true;
        }
        catch (Exception e) when (e is RunQueueLeaseLostException or RunQueueNotFoundException)
        {
            job.Agent.Logger.Lost(job.ItemId, e.Message);
            return true;
        }
        catch (OperationCanceledException) when (job.Agent.Leaving.IsCancellationRequested)
        {
            return false;
        }
    }
}
