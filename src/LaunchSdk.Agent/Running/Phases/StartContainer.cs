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
        await JobTimer
            .MeasureAsync(
                "launchsdk.job.start",
                AgentTelemetry.Start,
                job.Agent.Time,
                async () => job.Container = await StartAsync(job).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        job.Agent.OutageRetry.EngineAnswered();
    }

    // An agent that lets go leaves a start as it is: broken off, the container would be removed although it may run already.
    private static async Task<IJobContainer> StartAsync(JobContext job)
    {
        using var bound = job.Agent.Time.CreateTimer(
            _ => job.Interrupt(StopReason.StartTimeout),
            null,
            job.Agent.Options.ContainerStartTimeout,
            Timeout.InfiniteTimeSpan
        );
        var starting = job.Agent.Host.StartAsync(Describe(job), job.Stopped);
        try
        {
            return await starting.WaitAsync(job.Agent.Leaving).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (job.IsLeft)
        {
            _ = LetGoAsync(starting);
            throw;
        }
    }

    private static async Task LetGoAsync(Task<IJobContainer> starting)
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private static JobStart Describe(JobContext job)
    {
        var (overrides, variables) = (job.Spec.Overrides, JobVariables.Create(job));
        return new JobStart(job.Command, LabelsOf(job), job.LogFile)
        {
            Environment = [.. variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value))],
            Secrets = JobVariables.SecretsOf(job, variables),
            EntryPoint =
                job.Image?.HasMountedCode == true ? null
                : overrides?.EntryPoint is { Count: > 0 } entryPoint ? entryPoint
                : job.Image?.EntryPoint is { Count: > 0 } own ? own
                : null,
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
            [AgentLabels.Agent] = job.Agent.Name,
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
