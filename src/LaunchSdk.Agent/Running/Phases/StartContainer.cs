using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker.Masking;

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

    /// <summary>What is hidden in a job's output.</summary>
    public static IReadOnlyList<string> SecretsOf(JobContext job) =>
        [.. job.Agent.Options.Secrets, .. job.Agent.Options.JobEnvironment.Where(static variable => SecretNames.LooksSecret(variable.Key)).Select(static variable => variable.Value)];

    private static JobStart Describe(JobContext job)
    {
        var overrides = job.Spec.Overrides;
        return new JobStart(job.Command, LabelsOf(job), job.LogFile)
        {
            Environment = [.. job.Agent.Environment(job)],
            Secrets = SecretsOf(job),
            EntryPoint = overrides?.EntryPoint is { Count: > 0 } entryPoint && job.Image?.HasMountedCode != true ? entryPoint : null,
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
