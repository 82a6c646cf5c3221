using System.Net;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>Reads what the engine's log driver has kept of a container's output.</summary>
internal static class ContainerLogs
{
    /// <summary>Reads to the end of the logs, on a thread of its own.</summary>
    /// <returns>False when there is no such container any more.</returns>
    /// <exception cref="LogsNotReadableException">The container's log driver cannot be read.</exception>
    /// <exception cref="ReceiverException">The receiver threw.</exception>
    public static async Task<bool> ReadAsync(DockerEngine engine, string id, bool tty, string query, IContainerOutput output, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await engine.Transport.SendAsync(HttpMethod.Get, engine.Path($"/containers/{id}/logs?{query}"), cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }

        using (response)
        {
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }

            if (!response.IsSuccessStatusCode)
            {
                var message = EngineMessage.FromBody(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
                throw message.Contains("does not support reading", StringComparison.Ordinal)
                    ? new LogsNotReadableException(id, message) { Status = response.StatusCode }
                    : new DockerEngineException($"reading the logs of the container {ContainerRequests.Short(id)}", message) { Status = response.StatusCode };
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var closing = cancellationToken.Register(static opened => ((HttpResponseMessage)opened!).Dispose(), response);
            await using (closing.ConfigureAwait(false))
            {
                await Task.Factory.StartNew(() => Pump(stream, tty, output, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
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
        CancellationToken cancellationToken)
    {
        try
        {
            var query = (options ?? new ContainerLogOptions()).ToQuery();
            await ReadAsync(engine, id, tty, query, output, cancellationToken).ConfigureAwait(false);
        }
        catch (ReceiverException e)
        {
            e.Rethrow();
        }

        output.Complete(null);
    }

    private static void Pump(Stream stream, bool tty, IContainerOutput output, CancellationToken cancellationToken)
    {
        try
        {
            OutputPump.Run(stream.Read, tty, output);
        }
        catch (Exception e) when (e is not ReceiverException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("Reading the logs was cancelled.", e, cancellationToken);
        }
    }
}
