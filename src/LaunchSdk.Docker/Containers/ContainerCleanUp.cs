using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Removes what a start that failed has left. What failed is on its way to the caller, so nothing is thrown here; and the caller's token is
/// cancelled
/// often, so it is not used. What cannot be removed is logged, and carries the labels.
/// </summary>
internal sealed class ContainerCleanUp(DockerEngine engine, ILogger logger)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ContainerRequests _requests = new(engine);

    /// <summary>Removes a container, and with automatic removal waits until the engine has.</summary>
    public async Task RemoveAsync(string id, string runId, ContainerWatch watch)
    {
        using var deadline = new CancellationTokenSource(Length, engine.TimeProvider);
        try
        {
            await RetryAsync(
                    async token =>
                    {
                        await _requests.RemoveAsync(id, token).ConfigureAwait(false);
                        // The engine may remove it already, and says so with a conflict.
                        while ((await _requests.InspectAsync(id, token).ConfigureAwait(false)).Container is not null)
                        {
                            await Task.WhenAny(watch.Removed, Task.Delay(Pause, engine.TimeProvider, token)).ConfigureAwait(false);
                            token.ThrowIfCancellationRequested();
                        }
                    },
                    deadline.Token
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            logger.LeftBehind(ContainerRequests.Short(id), runId, e.Message);
        }
    }

    /// <summary>Removes the container of a run whose create went wrong, where the engine made one all the same.</summary>
    public async Task RemoveByRunAsync(string? runId)
    {
        if (runId is null)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(Length, engine.TimeProvider);
        try
        {
            await RetryAsync(
                    async token =>
                    {
                        foreach (
                            var container in await _requests
                                .ListAsync([$"{LaunchLabels.Managed}=true", $"{LaunchLabels.Run}={runId}"], token)
                                .ConfigureAwait(false)
                        )
                        {
                            await _requests.RemoveAsync(container.Id, token).ConfigureAwait(false);
                        }
                    },
                    deadline.Token
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerEngineException or OperationCanceledException)
        {
            logger.LeftBehind("(unknown)", runId, e.Message);
        }
    }

    private async Task RetryAsync(Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await attempt(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DockerEngineException e) when (e.IsOutage && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, engine.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
