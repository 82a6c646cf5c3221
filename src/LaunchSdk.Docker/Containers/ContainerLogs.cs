using System.Net;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>Reads what the engine's log driver has kept of a container's output.</summary>
internal static class ContainerLogs
{
    /// <summary>Reads to the end of the logs, on a thread of its own.</summary>
    /// <returns>False when there is no such container any more.</returns>
    /// <exception cref="LogsNotReadableException">The container's log driver cannot be read.</exception>
    /// <exception cref="DockerEngineException">The engine refused or was lost, or what came are no logs.</exception>
    /// <exception cref="ReceiverException">The receiver threw.</exception>
    public static async Task<bool> ReadAsync(
        DockerEngine engine,
        string id,
        bool tty,
        string query,
        IContainerOutput output,
        CancellationToken cancellationToken,
        ReadWaiting? waiting = null
    )
    {
        var response = await engine
            .Transport.SendAsync(HttpMethod.Get, engine.Path($"/containers/{id}/logs?{query}"), cancellationToken)
            .ConfigureAwait(false);
        using (response)
        {
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }

            if (!response.IsSuccessStatusCode)
            {
                var error = await engine.Transport.Answers.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
                throw error.Message.Contains("does not support reading", StringComparison.Ordinal)
                    ? new LogsNotReadableException(id, error.Message) { Status = response.StatusCode }
                    : EngineFault.Refused(Request(id), response.StatusCode, error);
            }

            try
            {
                var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                var closing = cancellationToken.Register(static opened => ((HttpResponseMessage)opened!).Dispose(), response);
                await using var disposal = closing.ConfigureAwait(false);
                await Task
                    .Factory.StartNew(
                        () => Pump(stream, tty, output, waiting ?? new ReadWaiting(engine.TimeProvider), cancellationToken),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or ObjectDisposedException)
            {
                throw EngineFault.OfReading(engine.Transport.Endpoint, Request(id), EngineFault.Asked(response.RequestMessage), e);
            }
            catch (DockerEngineException e) when (e.Kind == EngineErrorKind.BadAnswer)
            {
                throw EngineFault.NotDocker(
                    engine.Transport.Endpoint,
                    Request(id),
                    EngineFault.Asked(response.RequestMessage),
                    e.EngineMessage,
                    e
                );
            }
        }

        return true;
    }

    /// <summary>The same for a caller, who gets the exception of a receiver that throws as it was thrown.</summary>
    public static async Task ReadForCallerAsync(
        DockerEngine engine,
        string id,
        bool tty,
        ContainerLogOptions? options,
        IContainerOutput output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            options ??= new ContainerLogOptions();
            var end = options.Follow ? await LogsEnd.OfAsync(engine, id, cancellationToken).ConfigureAwait(false) : null;
            await ReadAsync(engine, id, tty, options.ToQuery(), output, cancellationToken).ConfigureAwait(false);
            await (end?.VerifyAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (ReceiverException e)
        {
            e.Rethrow();
        }

        output.Complete(null);
    }

    private static string Request(string id) => $"reading the logs of the container {ContainerRequests.Short(id)}";

    private static void Pump(Stream stream, bool tty, IContainerOutput output, ReadWaiting waiting, CancellationToken cancellationToken)
    {
        try
        {
            OutputPump.Run(stream.Read, tty, output, waiting);
        }
        catch (Exception e) when (e is not ReceiverException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("Reading the logs was cancelled.", e, cancellationToken);
        }
    }
}
