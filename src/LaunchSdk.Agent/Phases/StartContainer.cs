using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Options;

namespace LaunchSdk.Agent.Phases;

/// <summary>Creates and starts the job's container.</summary>
internal static class StartContainer
{
    public static async Task<StartedJob> RunAsync(PreparedJob prepared)
    {
        var job = prepared.Job;
        job.Begin(JobStep.Starting);
        var removes = prepared.Command.Options.IsOn(DockerOptions.Rm);
        var container = await JobTimer
            .MeasureAsync("launchsdk.job.start", AgentTelemetry.Start, job.Agent.Time, () => StartAsync(prepared, removes))
            .ConfigureAwait(false);
        job.Agent.OutageRetry.EngineAnswered();
        return new StartedJob(job, container, removes) { Gpus = prepared.Gpus, Image = prepared.Image };
    }

    // An agent that leaves its jobs leaves a start as it is: broken off, the container would be removed although it may run already.
    private static async Task<IJobContainer> StartAsync(PreparedJob prepared, bool removes)
    {
        var job = prepared.Job;
        using var bound = job.InterruptAfter(job.Agent.Options.ContainerStartTimeout);
        var starting = job.Agent.Host.StartAsync(Describe(prepared, removes), job.Stopped);
        try
        {
            return await starting.WaitAsync(job.Agent.Leaving).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (job.IsLeft)
        {
            _ = ReleaseAsync(starting);
            throw;
        }
    }

    private static async Task ReleaseAsync(Task<IJobContainer> starting)
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private static JobStart Describe(PreparedJob prepared, bool removes)
    {
        var job = prepared.Job;
        var variables = JobVariables.Create(job, prepared.Image.Reference);
        return new JobStart(prepared.Command, LabelsOf(prepared, removes), job.LogFile)
        {
            Environment = [.. variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value))],
            Secrets = job.Secrets,
            EntryPoint = EntryPointOf(prepared),
            WorkingDirectory = job.Spec.Overrides?.WorkingDir,
            Gpus = prepared.Gpus,
            LastLines = job.Agent.Options.LastLines,
        };
    }

    private static IReadOnlyList<string>? EntryPointOf(PreparedJob prepared)
    {
        if (prepared.Image.HasMountedCode)
        {
            return null;
        }

        var entryPoint = prepared.Job.Spec.Overrides?.EntryPoint is { Count: > 0 } own ? own : prepared.Image.EntryPoint;
        return entryPoint.Count > 0 ? entryPoint : null;
    }

    private static Dictionary<string, string> LabelsOf(PreparedJob prepared, bool removes)
    {
        var job = prepared.Job;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AgentLabels.Item] = job.ItemId,
            [AgentLabels.Agent] = job.Agent.Name,
            [AgentLabels.Attempt] = job.Lease.Token,
            [AgentLabels.Queue] = job.Lease.Item.Queue,
            [AgentLabels.Backend] = job.Agent.BackendLabel,
        };
        if (prepared.Gpus is { } gpus)
        {
            labels[AgentLabels.Gpus] = string.Join(',', gpus);
        }

        if (removes)
        {
            labels[AgentLabels.Remove] = "true";
        }

        return labels;
    }
}
