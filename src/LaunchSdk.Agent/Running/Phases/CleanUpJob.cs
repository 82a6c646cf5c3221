using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Lets go of a job's container, and removes it where its options say so or nobody wants it any more.</summary>
internal static class CleanUpJob
{
    public static async Task RunAsync(JobContext job, bool removes)
    {
        if (job.Container is not { } container)
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
            // Its labels tell the next agent of this name that it is to be removed.
            job.Agent.Logger.LeftBehind(container.Id, job.ItemId, e.Message);
        }
    }
}
