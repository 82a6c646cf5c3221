using System.Globalization;
using LaunchSdk.Agent.Hooks;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Phases;

/// <summary>
/// Runs the operator's hooks. One that fails before a job fails the job; one after it is only logged, because the job's end is certain.
/// </summary>
internal static class RunHooks
{
    public static async Task BeforeAsync(PreparedJob prepared)
    {
        var job = prepared.Job;
        if (job.Agent.Options.PreJobHook is not { } hook)
        {
            return;
        }

        job.Begin(JobStep.RunningPreHook);
        var variables = Describe(job, prepared.Image, prepared.Gpus);
        if (await HookRunner.RunAsync(hook, variables, job.Agent.Time, job.Interrupted).ConfigureAwait(false) is { } failure)
        {
            throw new JobFailedException(RunStage.Agent, failure);
        }
    }

    public static async Task AfterAsync(EndedJob ended)
    {
        var job = ended.Job;
        if (job.Agent.Options.PostJobHook is not { } hook || ended.From is not StartedJob started)
        {
            return;
        }

        job.Begin(JobStep.RunningPostHook);
        var variables = Describe(job, started.Image, started.Gpus);
        variables["LAUNCHSDK_CONTAINER"] = started.Container.Id;
        variables["LAUNCHSDK_STATE"] = ended.Outcome.State.ToString();
        variables["LAUNCHSDK_EXIT_CODE"] = ended.Outcome.ExitCode?.ToString(CultureInfo.InvariantCulture);
        if (await HookRunner.RunAsync(hook, variables, job.Agent.Time, CancellationToken.None).ConfigureAwait(false) is { } failure)
        {
            job.Agent.Logger.HookFailed(job.ItemId, failure);
        }
    }

    private static Dictionary<string, string?> Describe(AgentJob job, JobImage? image, IReadOnlyList<string>? gpus) =>
        new(StringComparer.Ordinal)
        {
            ["LAUNCHSDK_ITEM"] = job.ItemId,
            ["LAUNCHSDK_QUEUE"] = job.Lease.Item.Queue,
            ["LAUNCHSDK_AGENT"] = job.Agent.Name,
            ["LAUNCHSDK_RUN_ID"] = job.RunId,
            ["LAUNCHSDK_IMAGE"] = image?.Reference ?? job.Spec.Docker?.DockerImage,
            ["LAUNCHSDK_GPUS"] = string.Join(',', gpus ?? []),
            ["LAUNCHSDK_CONTAINER"] = null,
            ["LAUNCHSDK_STATE"] = null,
            ["LAUNCHSDK_EXIT_CODE"] = null,
        };
}
