namespace LaunchSdk.Docker.Containers;

/// <summary>Removes a container unless it runs. The engine decides, when it is done with what it does to the container.</summary>
/// <param name="engine">The engine.</param>
/// <param name="id">The container's id.</param>
/// <param name="longest">How long a removal that the engine has begun for another reason is awaited; null for 10 s.</param>
internal sealed class EndedContainer(DockerEngine engine, string id, TimeSpan? longest = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ContainerRequests _requests = new(engine);
    private readonly TimeSpan _longest = longest ?? TimeSpan.FromSeconds(10);

    /// <summary>Returns when the container is gone, or false where it runs.</summary>
    /// <exception cref="DockerEngineException">It does not run, and the engine does not remove it.</exception>
    public async Task<bool> TryRemoveAsync(CancellationToken cancellationToken)
    {
        var began = engine.TimeProvider.GetTimestamp();
        while (!await _requests.TryRemoveAsync(id, cancellationToken).ConfigureAwait(false))
        {
            // The engine also refuses while it removes the container for another reason, such as the option rm.
            if ((await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false)).Container is not { State: var state })
            {
                return true;
            }

            if (state.Running || state.Restarting)
            {
                return false;
            }

            if (engine.TimeProvider.GetElapsedTime(began) >= _longest)
            {
                throw new DockerEngineException(
                    $"removing the container {ContainerRequests.Short(id)}",
                    $"it is {state.Status}, and the engine did not remove it within {_longest.TotalSeconds:0} s",
                    $"Look at the engine's log, then `docker rm --force {ContainerRequests.Short(id)}`"
                );
            }

            await Task.Delay(Pause, engine.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
