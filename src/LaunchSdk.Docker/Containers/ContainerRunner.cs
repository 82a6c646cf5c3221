using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Containers;

/// <summary>Runs containers as <c>docker run</c> does: create (pulling the image where the plan says so), attach, wait, start, output, exit code.</summary>
/// <param name="engine">The engine to run on.</param>
/// <param name="pullProgress">Gets the messages of a pull, unless the plan is quiet; null for none.</param>
public sealed class ContainerRunner(DockerEngine engine, IProgress<ImagePullProgress>? pullProgress = null)
{
    private readonly ContainerLauncher _launcher = new(engine, pullProgress);

    /// <summary>
    /// Runs a container to its end, or to its start where the plan is detached. Cancellation stops it (stop signal, stop timeout, kill) and returns when
    /// that is done: a container that was not started yet is removed, one with automatic removal is gone, another is left stopped.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="output">Takes the output of the attached streams.</param>
    /// <param name="input">The container's input where the plan attaches it, read to its end; not closed. Null is an input that has ended.</param>
    /// <param name="cancellationToken">Stops the container.</param>
    /// <exception cref="DockerEngineException">The engine refused or was lost; <see cref="DockerEngineException.ExitCode"/> is what <c>docker run</c> exits with.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled and the container is stopped.</exception>
    public async Task<ContainerResult> RunAsync(ContainerRunPlan plan, IContainerOutput output, Stream? input = null, CancellationToken cancellationToken = default)
    {
        var container = await StartAsync(plan, output, input, cancellationToken).ConfigureAwait(false);
        await using (container.ConfigureAwait(false))
        {
            if (plan.Detach)
            {
                return new ContainerResult(container.Id, null, container.StartedAt, null, container.Warnings);
            }

            try
            {
                return await container.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not DockerEngineUnavailableException)
            {
                // On a token of its own: the caller's has been cancelled.
                await container.StopAsync(CancellationToken.None).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Starts a container and returns while it runs. Until the start is done, cancellation and every failure remove what was created.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="output">Takes the output of the attached streams, also after this method has returned.</param>
    /// <param name="input">The container's input where the plan attaches it; not closed. Null is an input that has ended.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="DockerEngineException">The engine refused or was lost.</exception>
    public Task<RunningContainer> StartAsync(ContainerRunPlan plan, IContainerOutput output, Stream? input = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        return _launcher.LaunchAsync(plan, output, input, cancellationToken);
    }
}
