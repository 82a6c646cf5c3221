using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Runs containers as <c>docker run</c> does: create (pulling the image where the plan says so), attach, start, output, exit code.
/// </summary>
/// <param name="engine">The engine to run on.</param>
/// <param name="pullProgress">Gets the messages of a pull, unless the plan is quiet; null for none.</param>
/// <param name="logger">Gets the messages of runs; null for none.</param>
public sealed class ContainerRunner(DockerEngine engine, IProgress<ImagePullProgress>? pullProgress = null, ILogger? logger = null)
{
    private readonly ILogger _logger = PrintableLogger.Over(logger);

    /// <summary>
    /// Called with the container's id when the engine has created it, before it starts; null, the default, for nothing. An exception of it
    /// gives up the start, and the container is removed.
    /// </summary>
    public Action<string>? Created { get; init; }

    /// <summary>
    /// Runs a container to its end, or to its start where the plan is detached. Cancellation stops it (stop signal, stop timeout, kill) and
    /// returns when
    /// that is done: a container that was not started yet is removed, one with automatic removal is gone, another is left stopped.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="output">Takes the output of the attached streams. One that throws stops the container as cancellation does, and its
    /// exception is thrown.</param>
    /// <param name="input">The container's input where the plan attaches it, read to its end; not closed. One that throws ends there.
    /// Null is an input that has ended.</param>
    /// <param name="cancellationToken">Stops the container.</param>
    /// <returns>How the container ended; for a detached one, that it was started.</returns>
    /// <exception cref="DockerEngineException">The engine refused or was lost; <see cref="DockerEngineException.ExitCode"/> is what
    /// <c>docker run</c> exits with.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled and the container is stopped.</exception>
    public Task<ContainerResult> RunAsync(
        ContainerRunPlan plan,
        IContainerOutput output,
        Stream? input = null,
        CancellationToken cancellationToken = default
    ) => RunAsync(plan, output, input, ContainerEnd.Removed, cancellationToken);

    /// <summary>
    /// Starts a container and returns while it runs. Until the start is done, cancellation and every failure remove what was created.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="output">Takes the output of the attached streams, also after this method has returned.</param>
    /// <param name="input">The container's input where the plan attaches it; not closed. Null is an input that has ended.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The handle of the running container.</returns>
    /// <exception cref="DockerEngineException">The engine refused or was lost.</exception>
    public Task<RunningContainer> StartAsync(
        ContainerRunPlan plan,
        IContainerOutput output,
        Stream? input = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        return StartCoreAsync(plan, output, input, cancellationToken);
    }

    /// <summary>
    /// Starts a container whose output is read through the handle (<see cref="RunningContainer.Output"/>), by any number of readers.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The handle of the running container.</returns>
    /// <exception cref="DockerEngineException">The engine refused or was lost.</exception>
    public Task<RunningContainer> StartAsync(ContainerRunPlan plan, CancellationToken cancellationToken = default) =>
        StartCoreAsync(plan, null, null, cancellationToken);

    internal async Task<ContainerResult> RunAsync(
        ContainerRunPlan plan,
        IContainerOutput output,
        Stream? input,
        ContainerEnd until,
        CancellationToken cancellationToken
    )
    {
        using var activity = LaunchTelemetry.Source.StartActivity("launchsdk.run");
        activity?.SetTag("container.image.name", plan.Image);
        var container = await StartAsync(plan, output, input, cancellationToken).ConfigureAwait(false);
        activity?.SetTag("container.id", container.Id);
        await using (container.ConfigureAwait(false))
        {
            if (plan.Detach)
            {
                return new ContainerResult(container.Id, null, container.StartedAt, null, container.Warnings)
                {
                    End = ContainerEnd.Running,
                    RunId = container.RunId,
                };
            }

            try
            {
                var result = await (until == ContainerEnd.Exited ? container.Exited : container.Completion)
                    .WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
                activity?.SetTag("process.exit.code", result.ExitCode);
                return result;
            }
            catch (Exception e) when (e is not (DockerEngineUnavailableException or ContainerLostException))
            {
                // On a token of its own: the caller's has been cancelled.
                await container.StopAsync(CancellationToken.None).ConfigureAwait(false);
                throw;
            }
        }
    }

    internal Task<RunningContainer> StartCoreAsync(
        ContainerRunPlan plan,
        IContainerOutput? output,
        Stream? input,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        var launcher = new ContainerLauncher(engine, pullProgress, _logger) { Created = Created };
        return launcher.LaunchAsync(plan, output, input, cancellationToken);
    }
}
