using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Ends a container and makes sure of it: the stop signal, after the stop timeout a kill (both by the engine), a kill of our own where the
/// engine did not answer,
/// then a look whether it runs. Takes the stop timeout and at most 30 s: 10 s for each of the three answers. An engine that is out of reach
/// is tried again meanwhile.
/// </summary>
internal sealed class ContainerStop(DockerEngine engine, string id, ILogger logger)
{
    /// <summary>What the engine gets for each answer, beyond the stop timeout.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    /// <summary>The engine's own time between stop signal and kill.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private const int Answers = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>
    /// The longest time from the beginning to the known end of a container: the stop timeout, and four answers with the one that tells how
    /// it ended. Null for a stop without a kill, which has none.
    /// </summary>
    /// <param name="containerTimeout">As for <see cref="RunAsync"/>.</param>
    /// <param name="timeout">As for <see cref="RunAsync"/>.</param>
    public static TimeSpan? BoundOf(TimeSpan? containerTimeout, TimeSpan? timeout) =>
        LengthOf(containerTimeout, timeout) is var length && length < TimeSpan.Zero ? null : length + (Answers * AnswerTime);

    /// <summary>Returns when the container does not run.</summary>
    /// <param name="containerTimeout">The container's own stop timeout; null for the engine's default, negative for no kill.</param>
    /// <param name="timeout">Another one for this time; null for the container's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(TimeSpan? containerTimeout, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        logger.Stopping(ContainerRequests.Short(id));
        var length = LengthOf(containerTimeout, timeout);
        int? seconds = timeout is { } given ? (int)Math.Ceiling(given.TotalSeconds) : null;
        try
        {
            await TryAsync(
                    token => _requests.StopAsync(id, seconds, token),
                    length < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : length + AnswerTime,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DockerEngineException e)
        {
            logger.Killing(ContainerRequests.Short(id), e.Message);
            await TryAsync(token => _requests.KillAsync(id, "KILL", token), AnswerTime, cancellationToken).ConfigureAwait(false);
        }

        await TryAsync(VerifyAsync, AnswerTime, cancellationToken).ConfigureAwait(false);
    }

    private static TimeSpan LengthOf(TimeSpan? containerTimeout, TimeSpan? timeout) => timeout ?? containerTimeout ?? DefaultTimeout;

    private async Task VerifyAsync(CancellationToken cancellationToken)
    {
        while ((await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false)).Container?.State.Running == true)
        {
            await Task.Delay(Pause, engine.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> request, TimeSpan length, CancellationToken cancellationToken)
    {
        using var deadline = new LinkedDeadline(length, engine.TimeProvider, cancellationToken);
        Exception? last = null;
        try
        {
            while (true)
            {
                try
                {
                    await request(deadline.Token).ConfigureAwait(false);
                    return;
                }
                catch (DockerEngineException e) when (e.IsOutage)
                {
                    last = e;
                    await Task.Delay(Pause, engine.TimeProvider, deadline.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerEngineException(
                $"stopping the container {ContainerRequests.Short(id)}",
                last?.Message ?? $"the engine did not end it within {length.TotalSeconds:0} s",
                $"Look at the engine, then `docker rm --force {ContainerRequests.Short(id)}`",
                last ?? e
            );
        }
    }
}
