using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Phases;

/// <summary>
/// Waits for the end of a job's container, or brings it about. An engine that is away is waited for: a container may outlive it.
/// </summary>
internal static class WatchContainer
{
    /// <summary>Returns an <see cref="EndedJob"/>, or a <see cref="GoneJob"/> where the agent leaves the job.</summary>
    public static async Task<JobState> RunAsync(StartedJob started)
    {
        var job = started.Job;
        job.Begin(
            JobStep.Running,
            status =>
                status with
                {
                    RunId = job.RunId,
                    ContainerId = started.Container.Id,
                    StartedAt = started.Container.StartedAt,
                    LogFile = job.LogFile,
                }
        );
        return await JobTimer
            .MeasureAsync("launchsdk.job.run", AgentTelemetry.Run, job.Agent.Time, () => FollowToEndAsync(started))
            .ConfigureAwait(false);
    }

    private static async Task<JobState> FollowToEndAsync(StartedJob started)
    {
        JobState reached = started;
        try
        {
            while (reached is StartedJob running)
            {
                reached = running.Job.IsLeft ? new GoneJob(running) : await FollowAsync(running).ConfigureAwait(false);
            }

            return reached;
        }
        catch when (reached.OwnedContainer is { } container && container != started.Container)
        {
            // Found again after an outage: nobody else knows of this handle.
            await container.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<JobState> FollowAsync(StartedJob started)
    {
        var job = started.Job;
        try
        {
            var result = job.StopReason == StopReason.None ? await WaitAsync(started).ConfigureAwait(false) : null;
            if (result is null && !job.IsLeft)
            {
                result = await StopAsync(started).ConfigureAwait(false);
            }

            return result is null ? started : new EndedJob(started, JobEnding.Describe(job, result));
        }
        catch (Exception e) when (e is ContainerLostException or ContainerNotFoundException)
        {
            return new EndedJob(started, RunOutcome.Failed(RunStage.Run, e.Message));
        }
        catch (Exception e) when (OutageRetry.IsEngineGone(e))
        {
            job.Agent.OutageRetry.EngineFailed(e);
            return await FindAgainAsync(started).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (job.IsLeft)
        {
            // The next agent of this name stops it.
            return new GoneJob(started);
        }
        catch (DockerEngineException e) when (job.StopReason != StopReason.None)
        {
            // The engine could not stop it within its bound: what runs on is said, not hidden.
            return new EndedJob(started, RunOutcome.Failed(RunStage.Run, e.Message));
        }
    }

    private static async Task<ContainerResult?> WaitAsync(StartedJob started)
    {
        try
        {
            return await started.Container.Completion.WaitAsync(started.Job.Interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (started.Job.Interrupted.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Task<ContainerResult> StopAsync(StartedJob started)
    {
        var agent = started.Job.Agent;
        started.Job.Begin(JobStep.Stopping);
        return started.Container.StopAsync(agent.Options.StoppedRunTimeout, agent.Leaving);
    }

    // The handle gave its engine up; the container may well run.
    private static async Task<JobState> FindAgainAsync(StartedJob started)
    {
        var (job, agent) = (started.Job, started.Job.Agent);
        try
        {
            var found = await agent
                .OutageRetry.EngineAsync(
                    token => agent.Host.AdoptAsync(started.Container.Id, job.LogFile, job.Secrets, agent.Options.LastLines, token),
                    agent.Leaving
                )
                .ConfigureAwait(false);
            await started.Container.DisposeAsync().ConfigureAwait(false);
            return started with { Container = found };
        }
        catch (OperationCanceledException) when (agent.Leaving.IsCancellationRequested)
        {
            // The next agent of this name finds it.
            return new GoneJob(started);
        }
    }
}
