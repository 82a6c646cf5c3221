using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Phases;

/// <summary>Leases the GPUs that a job asks for, and waits until they are free.</summary>
internal static class AcquireGpus
{
    public static async Task<LeasedJob> RunAsync(CheckedJob valid)
    {
        var job = valid.Job;
        if (job.Agent.Gpus is not { } pool || RequestOf(valid) is not { } request)
        {
            return new LeasedJob(job, valid.Run, null);
        }

        if (pool.Refuse(request) is { } reason)
        {
            throw new JobFailedException(RunStage.Agent, reason);
        }

        var gpus = await JobTimer
            .MeasureAsync(
                "launchsdk.job.gpus",
                AgentTelemetry.Gpus,
                job.Agent.Time,
                () => pool.AcquireAsync(job.ItemId, request, waits => Wait(job, waits), job.Interrupted)
            )
            .ConfigureAwait(false);
        job.Agent.Board.Set(status => status with { Gpus = pool.Status });
        job.Begin(JobStep.Checking, status => status with { Gpus = gpus });
        return new LeasedJob(job, valid.Run, gpus);
    }

    private static GpuRequest? RequestOf(CheckedJob valid) =>
        valid.Run.Settings.FindText(DockerOptions.Gpus) is { Length: > 0 } text
        && GpuRequest.Parse(text) is var request and not { Count: 0, DeviceIds.Count: 0 }
            ? request
            : null;

    private static void Wait(AgentJob job, string reason)
    {
        job.Begin(JobStep.WaitingForGpus, status => status with { Waiting = reason });
        // The submitter sees it where the backend answers; the job does not wait for that.
        _ = JobNote.SendAsync(job, reason);
    }
}
