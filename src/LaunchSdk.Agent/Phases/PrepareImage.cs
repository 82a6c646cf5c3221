using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>Gives the engine the job's image.</summary>
internal static class PrepareImage
{
    public static async Task<PreparedJob> RunAsync(AcknowledgedJob acknowledged)
    {
        var job = acknowledged.Job;
        var image = await JobTimer
            .MeasureAsync(
                "launchsdk.job.image",
                AgentTelemetry.Image,
                job.Agent.Time,
                () => job.Agent.Images.PrepareAsync(acknowledged, job.Interrupted)
            )
            .ConfigureAwait(false);
        var command = image.ApplyTo(acknowledged.Run);
        return command.HasErrors
            ? throw new JobFailedException(RunStage.Agent, string.Join('\n', CheckJob.Errors(command.Problems)))
            : new PreparedJob(job, command.Value, acknowledged.Gpus, image);
    }
}
