using System.Globalization;
using LaunchSdk.Agent.Hooks;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Runs the operator's hooks. One that fails before a job fails the job; one after it is only logged, because the job's end stands.</summary>
internal static class RunHooks
{
    public static async Task BeforeAsync(JobContext job)
    {
        if (job.Agent.Options.PreJobHook is { } hook)
        {
            job.Begin(JobStep.RunningPreHook);
            if (await HookRunner.RunAsync(hook, Describe(job), job.Agent.Time, job.Interrupted).ConfigureAwait(false) is { } failure)
            {
                throw new JobFailedException(RunStage.Agent, failure);
            }
        }
    }

    public static async Task AfterAsync(JobContext job)
    {
        if (job.Agent.Options.PostJobHook is { } hook && job.Container is not null)
        {
            job.Begin(JobStep.RunningPostHook);
            if (await HookRunner.RunAsync(hook, Describe(job), job.Agent.Time, CancellationToken.None).ConfigureAwait(false) is { } failure)
            {
                job.Agent.Logger.HookFailed(job.ItemId, failure);
            }
        }
    }

    private static Dictionary<string, string?> Describe(JobContext job) =>
        new(StringComparer.Ordinal)
        {
            ["LAUNCHSDK_ITEM"] = job.ItemId,
            ["LAUNCHSDK_QUEUE"] = job.Lease.Item.Queue,
            ["LAUNCHSDK_AGENT"] = job.Agent.Name,
            ["LAUNCHSDK_RUN_ID"] = job.RunId,
            ["LAUNCHSDK_IMAGE"] = job.Image?.Reference ?? job.Spec.Docker?.DockerImage,
            ["LAUNCHSDK_GPUS"] = string.Join(',', job.Gpus ?? []),
            ["LAUNCHSDK_CONTAINER"] = job.Container?.Id,
            ["LAUNCHSDK_STATE"] = job.Outcome?.State.ToString(),
            ["LAUNCHSDK_EXIT_CODE"] = job.Outcome?.ExitCode?.ToString(CultureInfo.InvariantCulture),
        };
}
