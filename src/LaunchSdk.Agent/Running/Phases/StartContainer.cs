using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;

namespace LaunchSdk.Agent.Running.Phases;

/// <summary>Creates and starts the job's container.</summary>
internal static class StartContainer
{
    public static async Task RunAsync(JobContext job)
    {
        job.Begin(JobStep.Starting);
        await JobTimer.MeasureAsync("launchsdk.job.start", AgentTelemetry.Start, job.Agent.Time, async () =>
            job.Container = await job.Agent.Host.StartAsync(Describe(job), job.Interrupted).ConfigureAwait(false)).ConfigureAwait(false);
        job.Agent.Persistence.EngineAnswered();
    }

    private static JobStart Describe(JobContext job)
    {
        var (overrides, variables) = (job.Spec.Overrides, JobVariables.Create(job));
        return new JobStart(job.Command, LabelsOf(job), job.LogFile)
        {
            Environment = [.. variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value))],
            Secrets = JobVariables.SecretsOf(job, variables),
            EntryPoint = job.Image?.HasMountedCode == true ? null
                : overrides?.EntryPoint is { Count: > 0 } entryPoint ? entryPoint
                : job.Image?.EntryPoint is { Count: > 0 } own ? own : null,
            WorkingDirectory = overrides?.WorkingDir,
            Gpus = job.Gpus,
            LastLines = job.Agent.Options.LastLines,
        };
    }

    private static Dictionary<string, string> LabelsOf(JobContext job)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AgentLabels.Item] = job.ItemId,
            [AgentLabels.Agent] = job.Agent.Options.Name,
            [AgentLabels.Attempt] = job.Lease.Token,
            [AgentLabels.Queue] = job.Lease.Item.Queue,
            [AgentLabels.Backend] = job.Agent.BackendLabel,
        };
        if (job.Gpus is { } gpus)
        {
            labels[AgentLabels.Gpus] = string.Join(',', gpus);
        }

        if (job.RemovesContainer)
        {
            labels[AgentLabels.Remove] = "true";
        }

        return labels;
    }
}
