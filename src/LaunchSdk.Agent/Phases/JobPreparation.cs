using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>The way of a job from its queue to a started container.</summary>
internal static class JobPreparation
{
    /// <summary>Takes every step on the way.</summary>
    /// <param name="taken">The job.</param>
    /// <returns>A <see cref="StartedJob"/>; where a step does not succeed an <see cref="EndedJob"/> or a <see cref="GoneJob"/>.</returns>
    public static async Task<JobState> RunAsync(TakenJob taken)
    {
        var job = taken.Job;
        JobState reached = taken;
        try
        {
            await using var watch = StepWatch.Start(job);
            var valid = CheckJob.Run(taken);
            await NoteKeptLimitsAsync(valid).ConfigureAwait(false);
            var leased = await AcquireGpus.RunAsync(valid).ConfigureAwait(false);
            var acknowledged = await AcknowledgeJob.RunAsync(leased).ConfigureAwait(false);
            using (job.InterruptAfter(job.Agent.Options.StartTimeout))
            {
                var prepared = await PrepareImage.RunAsync(acknowledged).ConfigureAwait(false);
                // From here on it has an image, which is released with it however it ends.
                reached = prepared;
                await RunHooks.BeforeAsync(prepared).ConfigureAwait(false);
                return await StartContainer.RunAsync(prepared).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            return await FailedPreparation.RecoverAsync(reached, e).ConfigureAwait(false);
        }
    }

    private static async Task NoteKeptLimitsAsync(CheckedJob valid)
    {
        if (valid.KeptLimits.Count > 0)
        {
            var note = string.Join("; ", valid.KeptLimits);
            valid.Job.Agent.Logger.Step(valid.Job.ItemId, note);
            await JobNote.SendAsync(valid.Job, note).ConfigureAwait(false);
        }
    }
}
