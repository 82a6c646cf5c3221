using System.Net;
using System.Text.Json;

namespace LaunchSdk.Docker.Connection;

/// <summary>Requests that the engine answers with a stream of messages: builds and pushes.</summary>
internal static class EngineStream
{
    /// <summary>Sends a request and hands each message on as it comes.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="request">The request, with headers and body.</param>
    /// <param name="receive">Gets each message.</param>
    /// <param name="refuse">Makes the exception for an answer that is an error, or for a connection that broke (without a status).</param>
    /// <param name="cancellationToken">Closes the connection, at which the engine ends what it does.</param>
    public static async Task SendAsync(DockerEngine engine, HttpRequestMessage request, Action<EngineStreamMessage> receive, Func<string, HttpStatusCode?, Exception?, DockerEngineException> refuse, CancellationToken cancellationToken)
    {
        // A request with a body is an upload, with a connection of its own.
        var upload = request.Content as UploadContent;
        try
        {
            var (sent, connection) = upload is null
                ? (await engine.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false), null)
                : await engine.Transport.UploadAsync(request, upload.Stop, cancellationToken).ConfigureAwait(false);
            using var disposal = connection;
            using var response = sent;
            if (!response.IsSuccessStatusCode)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                throw refuse(EngineMessage.FromBody(body), response.StatusCode, null);
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(stream, EngineStreamJson.Default.EngineStreamMessage, topLevelValues: true, cancellationToken).ConfigureAwait(false))
            {
                if (message is not null)
                {
                    receive(message);
                }
            }
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
        catch (Exception e) when (e is IOException or JsonException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw refuse($"the connection to the engine broke: {e.GetBaseException().Message}", null, e);
        }
        catch (Exception e) when (e is IOException or JsonException or HttpRequestException)
        {
            throw new OperationCanceledException("The request was given up.", e, cancellationToken);
        }
    }
}
