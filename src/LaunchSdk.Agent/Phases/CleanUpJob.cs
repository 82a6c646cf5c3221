using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Phases;

/// <summary>Releases a job's container, and removes it where its options say so or nobody wants it any more.</summary>
internal static class CleanUpJob
{
    public static async Task RunAsync(StartedJob? started, bool removes)
    {
        if (started is not { Job: var job, Container: var container })
        {
            return;
        }

        job.Begin(JobStep.CleaningUp);
        await container.DisposeAsync().ConfigureAwait(false);
        if (!removes)
        {
            return;
        }

        try
        {
            await job
                .Agent.OutageRetry.EngineAsync(token => job.Agent.Host.RemoveAsync(container.Id, token), job.Agent.Leaving)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            // The next agent of this name reads of its labels that it is to be removed.
            job.Agent.Logger.LeftBehind(container.Id, job.ItemId, e.Message);
        }
    }
}
