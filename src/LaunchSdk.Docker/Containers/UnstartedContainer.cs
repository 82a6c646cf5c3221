namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Removes a container that was created and not started, unless it is started after all: whoever created it may have died while the engine
/// works on its start.
/// The engine answers an inspection when such a start is over, and refuses to remove what runs without force; what ran and ended in between
/// is known from its events.
/// </summary>
internal sealed class UnstartedContainer(DockerEngine engine, string id)
{
    // A start that was sent and has not reached the container yet is there by the next look.
    private const int Looks = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>Looks, removes, and looks at what the engine remembers.</summary>
    /// <param name="cancellationToken">Gives up; a start that hangs holds the answer back.</param>
    public async Task<UnstartedRemoval> TryRemoveAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; look <= Looks; look++)
        {
            if (
                (await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false)).Container is { } seen
                && seen.State.Status != "created"
            )
            {
                return new UnstartedRemoval(IsRemoved: false);
            }

            if (look < Looks)
            {
                await Task.Delay(Pause, engine.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }

        return await _requests.TryRemoveAsync(id, cancellationToken).ConfigureAwait(false)
            ? new UnstartedRemoval(IsRemoved: true, await RanWithAsync(cancellationToken).ConfigureAwait(false))
            : new UnstartedRemoval(IsRemoved: false);
    }

    private async Task<int?> RanWithAsync(CancellationToken cancellationToken)
    {
        using var watch = new ContainerWatch(engine, id, autoRemove: false, TimeSpan.Zero);
        var (_, engineTime) = await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false);
        await engine.Events.ReplayAsync(watch, engineTime ?? engine.TimeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return watch.Exited.IsCompletedSuccessfully && watch.StartedAt is not null ? (await watch.Exited.ConfigureAwait(false)).Code : null;
    }
}
