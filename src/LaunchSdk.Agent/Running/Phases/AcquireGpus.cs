using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Leases the GPUs that a job asks for, and waits until they are free.</summary>
internal static class AcquireGpus
{
    public static async Task RunAsync(JobContext job)
    {
        if (job.Agent.Gpus is not { } pool || job.Command.Options.FindText(DockerOptions.Gpus) is not { Length: > 0 } text)
        {
            return;
        }

        var request = GpuRequest.Parse(text);
        if (request is { Count: 0, DeviceIds.Count: 0 })
        {
            return;
        }

        if (pool.Refuse(request) is { } reason)
        {
            throw new JobFailedException(RunStage.Agent, reason);
        }

        await JobTimer
            .MeasureAsync(
                "launchsdk.job.gpus",
                AgentTelemetry.Gpus,
                job.Agent.Time,
                async () =>
                    job.Gpus = await pool.AcquireAsync(job.ItemId, request, waits => Wait(job, waits), job.Interrupted)
                        .ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        job.Agent.Board.Set(status => status with { Gpus = pool.Status });
        job.Begin(JobStep.Checking, status => status with { Gpus = job.Gpus! });
    }

    private static void Wait(JobContext job, string reason)
    {
        job.Begin(JobStep.WaitingForGpus, status => status with { Waiting = reason });
        // The submitter sees it where the backend answers; the job does not wait for that.
        _ = JobNote.TellAsync(job, reason);
    }
}
