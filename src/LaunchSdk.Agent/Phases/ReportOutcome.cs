using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>Reports to the backend how the job ended, until the backend has accepted it.</summary>
internal static class ReportOutcome
{
    /// <summary>Whether the outcome is recorded, or the item was another's meanwhile; false where the agent leaves before.</summary>
    public static async Task<bool> RunAsync(EndedJob ended)
    {
        var (job, outcome) = (ended.Job, ended.Outcome);
        job.Begin(JobStep.Reporting, status => status with { Outcome = outcome });
        try
        {
            await job
                .Agent.OutageRetry.BackendAsync(token => job.Agent.Backend.CompleteAsync(job.Lease, outcome, token), job.Agent.Leaving)
                .ConfigureAwait(false);
            job.Agent.Logger.Ended(job.ItemId, outcome.State.ToString(), outcome.Message);
            AgentTelemetry.Jobs.Add(1, new KeyValuePair<string, object?>("state", outcome.State.ToString()));
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
