namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Tells logs that were followed to the container's end from logs that were cut: an engine that goes down ends the stream as one does whose
/// container has ended.
/// </summary>
internal sealed class LogsEnd
{
    // An engine ends the logs some time before the container's state says that it has ended.
    private const int Looks = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly DockerEngine _engine;
    private readonly string _id;
    private readonly string? _startedAt;

    private LogsEnd(DockerEngine engine, string id, string? startedAt) => (_engine, _id, _startedAt) = (engine, id, startedAt);

    /// <summary>What is to be looked at when the logs have ended; null for a container that does not run, whose logs end at once.</summary>
    public static async Task<LogsEnd?> OfAsync(DockerEngine engine, string id, CancellationToken cancellationToken)
    {
        var (container, _) = await new ContainerRequests(engine).InspectAsync(id, cancellationToken).ConfigureAwait(false);
        return container is { State: { Running: true } state } ? new LogsEnd(engine, id, state.StartedAt) : null;
    }

    /// <summary>Makes sure that the container has ended, or was started anew since.</summary>
    /// <exception cref="OutputLostException">It runs on, or nobody knows.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; await RunsOnAsync(cancellationToken).ConfigureAwait(false); look++)
        {
            if (look == Looks)
            {
                throw new OutputLostException(_id, "the engine ended the logs and the container runs on: follow them again");
            }

            await Task.Delay(Pause, _engine.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RunsOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (container, _) = await new ContainerRequests(_engine).InspectAsync(_id, cancellationToken).ConfigureAwait(false);
            return container is { State: { Running: true, Restarting: false } state } && state.StartedAt == _startedAt;
        }
        catch (DockerEngineException e) when (e.IsOutage)
        {
            throw new OutputLostException(_id, $"the engine ended the logs and went away: {e.EngineMessage}", e);
        }
    }
}
