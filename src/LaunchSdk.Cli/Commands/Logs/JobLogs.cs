using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands.Logs;

/// <summary><c>launch logs</c> of a job.</summary>
internal static class JobLogs
{
    /// <summary>Prints a job's output.</summary>
    /// <param name="console">The tool's outputs.</param>
    /// <param name="choice">Where the queues are.</param>
    /// <param name="id">What may be a job's id.</param>
    /// <param name="options">What to print.</param>
    /// <param name="isRaw">Whether terminals too get every byte.</param>
    /// <param name="cancellationToken">A token that cancels the command.</param>
    /// <returns>The exit code; null where there is no job of that id, which then names a container.</returns>
    public static async Task<int?> TryPrintAsync(
        ToolConsole console,
        BackendChoice choice,
        string id,
        ContainerLogOptions options,
        bool isRaw,
        CancellationToken cancellationToken
    )
    {
        if (!BackendOpener.MayHaveJobs(choice))
        {
            return null;
        }

        try
        {
            var backend = await console.OpenBackend(choice, cancellationToken).ConfigureAwait(false);
            await using var disposal = backend.ConfigureAwait(false);
            using var streams = JobStreams.Open(console, isRaw);
            var client = JobClient.Create(console, backend);
            return await client.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } job
                ? await PrintAsync(console, streams, job, options, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (RunQueueException failure)
        {
            // A container can be looked at all the same.
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return null;
        }
    }

    private static async Task<int> PrintAsync(
        ToolConsole console,
        JobStreams streams,
        SubmittedJob job,
        ContainerLogOptions options,
        CancellationToken cancellationToken
    )
    {
        if (await TryPrintContainerAsync(console, streams, job, options, cancellationToken).ConfigureAwait(false) is { } code)
        {
            return code;
        }

        if (options.Timestamps)
        {
            await console
                .Error.WriteLineAsync($"launch: the times of job {job.Id} went with its container: leave --timestamps out")
                .ConfigureAwait(false);
            return ExitCodes.EngineError;
        }

        if (options.Follow && job.Item.Outcome is null)
        {
            return await JobWait.RunAsync(console, job, streams, streams.Out, cancellationToken).ConfigureAwait(false) is null
                ? ExitCodes.Interrupted
                : ExitCodes.Success;
        }

        var hasBuild = await WriteBuildAsync(console, streams, job, options, cancellationToken).ConfigureAwait(false);
        if (!File.Exists(job.LogFile) && job.Item.Outcome is null)
        {
            await console
                .Error.WriteLineAsync($"job {job.Id}: {JobText.Word(job.State)}, and has written nothing yet; --follow waits for it")
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }

        // The last lines of a build that failed are those of its log.
        if (!hasBuild || job.Item.Outcome?.Stage != RunStage.Build)
        {
            await LogTail.WriteAsync(job, options.Tail, streams.Out, cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    // Before the job's own output, and not in it: that is for pipes. The build has no times, and is none of the last lines.
    private static async Task<bool> WriteBuildAsync(
        ToolConsole console,
        JobStreams streams,
        SubmittedJob job,
        ContainerLogOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Timestamps || options.Tail is not null || !File.Exists(job.BuildLogFile))
        {
            return false;
        }

        await LogTail.CopyAsync(job.BuildLogFile, streams.Error, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // The container of a job has all of its output, with times; it is gone where its queue says rm, or on another engine.
    private static async Task<int?> TryPrintContainerAsync(
        ToolConsole console,
        JobStreams streams,
        SubmittedJob job,
        ContainerLogOptions options,
        CancellationToken cancellationToken
    )
    {
        var id = job.Id;
        var output = new NoticedOutput(new StreamContainerOutput(streams.Out, streams.Error));
        try
        {
            var engine = await EngineConnection.OpenAsync(console, cancellationToken).ConfigureAwait(false);
            await using var disposal = engine.ConfigureAwait(false);
            var catalog = new ContainerCatalog(engine);
            var all = await catalog.ListAsync(cancellationToken).ConfigureAwait(false);
            if (all.FirstOrDefault(container => (container.Name == id || container.RunId == id) && ItemOf(container) != id) is { } other)
            {
                await console
                    .Error.WriteLineAsync($"launch: '{id}' is both a job and a container: name the container by its id, {other.Id[..12]}")
                    .ConfigureAwait(false);
                return ExitCodes.EngineError;
            }

            if (all.FirstOrDefault(container => ItemOf(container) == id) is not { } own)
            {
                return null;
            }

            await WriteBuildAsync(console, streams, job, options, cancellationToken).ConfigureAwait(false);
            await catalog.ReadLogsAsync(own.Id, output, options, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        }
        catch (DockerEngineException failure) when (output.HasAny)
        {
            // What the agent kept would begin anew.
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
        catch (DockerEngineException)
        {
            // Without an engine here there is still what the agent kept.
            return null;
        }
    }

    private static string? ItemOf(ManagedContainer container) => container.Labels.GetValueOrDefault(AgentLabels.Item);
}
