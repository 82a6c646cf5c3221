using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Gives the engine the job's image.</summary>
internal static class PrepareImage
{
    public static async Task RunAsync(JobContext job)
    {
        await JobTimer
            .MeasureAsync(
                "launchsdk.job.image",
                AgentTelemetry.Image,
                job.Agent.Time,
                async () => job.Image = await job.Agent.Images.PrepareAsync(job, job.Interrupted).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        if (job.Image!.Reference != job.Command.Image.Text)
        {
            job.Command = CheckJob.Merge(job, job.Image);
        }
    }
}
