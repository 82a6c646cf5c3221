using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// An engine tells of a container's end before it is done with it, and its list shows the container as running until then. A look at the
/// container itself is answered when the engine is done.
/// </summary>
internal sealed class EndingContainers(DockerEngine engine)
{
    private const int AtOnce = 8;

    // An engine that still writes a long log holds the answer back.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>Looks at those that are listed as running: whether one has ended, so that the list has to be asked for again.</summary>
    /// <param name="listed">What the engine listed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> HasAnyEndedAsync(IEnumerable<ManagedContainer> listed, CancellationToken cancellationToken)
    {
        using var deadline = new LinkedDeadline(Longest, engine.TimeProvider, cancellationToken);
        var ended = 0;
        try
        {
            await Parallel
                .ForEachAsync(
                    listed.Where(static container => container.IsRunning),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = deadline.Token },
                    async (container, token) => Interlocked.Add(ref ended, await CountEndedAsync(container.Id, token).ConfigureAwait(false))
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            // What is not known to have ended stays as it is listed.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return ended > 0;
    }

    private async Task<int> CountEndedAsync(string id, CancellationToken cancellationToken)
    {
        var (container, _) = await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false);
        return container is { State: { Running: true } or { Restarting: true } } ? 0 : 1;
    }
}
