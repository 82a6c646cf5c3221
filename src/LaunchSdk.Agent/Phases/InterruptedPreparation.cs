using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Phases;

/// <summary>What becomes of a job that was interrupted before its container was started.</summary>
internal static class InterruptedPreparation
{
    /// <summary>Decides by the reason, and by whether a container may have begun to work.</summary>
    /// <param name="reached">How far the job had come.</param>
    /// <returns>An <see cref="EndedJob"/> or a <see cref="GoneJob"/>.</returns>
    public static async Task<JobState> RecoverAsync(JobState reached)
    {
        var job = reached.Job;
        var isStarting = job.Status.Step == JobStep.Starting;
        if (isStarting)
        {
            // The engine may start it yet.
            job.Agent.LeftoversSuspected.Set();
        }

        switch (job.StopReason)
        {
            case StopReason.Wanted:
                var when = isStarting ? "while its container was being started" : "before its container was started";
                return new EndedJob(reached, RunOutcome.Killed($"stopped as asked, {when}"));
            case StopReason.StartTimeout:
                return new EndedJob(reached, RunOutcome.Failed(RunStage.Run, isStarting ? StartHangs(job) : PreparationTakesLong(job)));
            case StopReason.AgentCancelled when isStarting && reached is not UnsettledJob && !job.IsLeft:
                // Removed, and it may have begun to work: to give it back could run it twice.
                return new EndedJob(
                    reached,
                    RunOutcome.Killed($"stopped because the agent {job.Agent.Name} was cancelled, while its container was being started")
                );
            case not StopReason.Lost when !isStarting:
                await GiveBackJob
                    .RunAsync(job.Agent, job.Lease, "the agent ends before the job's container was started")
                    .ConfigureAwait(false);
                return new GoneJob(reached);
            default:
                return new GoneJob(reached);
        }
    }

    private static string StartHangs(AgentJob job) =>
        FormattableString.Invariant($"its container did not start within {job.Agent.Options.ContainerStartTimeout.TotalSeconds} s: ")
        + "the engine has not answered the start. Look at the engine's log and load, or raise --container-start-timeout";

    private static string PreparationTakesLong(AgentJob job) =>
        FormattableString.Invariant($"its container did not start within {job.Agent.Options.StartTimeout.TotalSeconds} s ")
        + $"(it {job.Status.Step.Describe()}): look at the image's size and the engine's load, or raise WANDB_LAUNCH_START_TIMEOUT";
}
