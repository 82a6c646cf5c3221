using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Waits for the end of a job's container, or brings it about. An engine that is away is waited for: a container may outlive it.</summary>
internal static class WatchContainer
{
    /// <summary>Returns with the outcome set, or without where the agent lets go of the job.</summary>
    public static async Task RunAsync(JobContext job)
    {
        job.Begin(
            JobStep.Running,
            status =>
                status with
                {
                    RunId = job.RunId,
                    ContainerId = job.Container!.Id,
                    StartedAt = job.Container.StartedAt,
                    LogFile = job.LogFile,
                }
        );
        await JobTimer
            .MeasureAsync(
                "launchsdk.job.run",
                AgentTelemetry.Run,
                job.Agent.Time,
                async () =>
                {
                    while (job.Outcome is null && !job.IsLeft)
                    {
                        await FollowAsync(job).ConfigureAwait(false);
                    }
                }
            )
            .ConfigureAwait(false);
    }

    private static async Task FollowAsync(JobContext job)
    {
        try
        {
            var result = job.StopReason == StopReason.None ? await WaitAsync(job).ConfigureAwait(false) : null;
            result ??= job.IsLeft ? null : await StopAsync(job).ConfigureAwait(false);
            job.Outcome = result is null ? null : JobEnding.Describe(job, result);
        }
        catch (Exception e) when (e is ContainerLostException or ContainerNotFoundException)
        {
            job.Outcome = RunOutcome.Failed(RunStage.Run, e.Message);
        }
        catch (Exception e) when (OutageRetry.IsEngineGone(e))
        {
            job.Agent.OutageRetry.EngineFailed(e);
            await FindAgainAsync(job).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (job.IsLeft)
        {
            // The next agent of this name stops it.
        }
        catch (DockerEngineException e) when (job.StopReason != StopReason.None)
        {
            // The engine could not stop it within its bound: what runs on is said, not hidden.
            job.Outcome = RunOutcome.Failed(RunStage.Run, e.Message);
        }
    }

    private static async Task<ContainerResult?> WaitAsync(JobContext job)
    {
        try
        {
            return await job.Container!.Completion.WaitAsync(job.Interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (job.Interrupted.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Task<ContainerResult> StopAsync(JobContext job)
    {
        job.Begin(JobStep.Stopping);
        return job.Container!.StopAsync(job.Agent.Options.StoppedRunTimeout, job.Agent.Leaving);
    }

    // The handle gave its engine up; the container may well run.
    private static async Task FindAgainAsync(JobContext job)
    {
        var (id, agent) = (job.Container!.Id, job.Agent);
        try
        {
            var found = await agent
                .OutageRetry.EngineAsync(
                    token => agent.Host.AdoptAsync(id, job.LogFile, JobVariables.SecretsOf(job), agent.Options.LastLines, token),
                    agent.Leaving
                )
                .ConfigureAwait(false);
            await job.Container.DisposeAsync().ConfigureAwait(false);
            job.Container = found;
        }
        catch (OperationCanceledException) when (agent.Leaving.IsCancellationRequested)
        {
            // The next agent of this name finds it.
        }
    }
}
