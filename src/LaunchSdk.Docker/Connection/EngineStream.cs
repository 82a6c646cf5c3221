using System.Net;
using System.Text.Json;

namespace LaunchSdk.Docker.Connection;

/// <summary>Requests that the engine answers with a stream of messages: builds, pulls and pushes.</summary>
internal static class EngineStream
{
    /// <summary>Sends a request and hands each message on as it comes.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="request">The request, with headers and body.</param>
    /// <param name="receive">Gets each message.</param>
    /// <param name="refuse">Makes the exception for an answer that is an error, for one that is none of an engine's, or for a connection
    /// that broke (both without a status).</param>
    /// <param name="cancellationToken">Closes the connection, at which the engine ends what it does.</param>
    public static async Task SendAsync(
        DockerEngine engine,
        HttpRequestMessage request,
        Action<EngineStreamMessage> receive,
        Func<string, HttpStatusCode?, Exception?, DockerEngineException> refuse,
        CancellationToken cancellationToken
    )
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
                var answer = await engine.Transport.Answers.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
                throw refuse(
                    answer.Message,
                    response.StatusCode,
                    EngineFault.Find(EngineFault.Asked(request), response.StatusCode, answer)
                );
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var isEmpty = true;
            await foreach (var line in EngineLines.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                isEmpty = false;
                receive(Parse(engine, request, line, refuse));
            }

            if (isEmpty)
            {
                throw Refuse(refuse, NotDocker(engine, request, default, "it is empty"));
            }
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
            )
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
        catch (LineTooLongException e)
        {
            throw Refuse(refuse, NotDocker(engine, request, e.Start, e.Message, e));
        }
        catch (EngineSilentException e)
        {
            throw EngineFault.Silent(engine.Transport.Endpoint, EngineFault.Asked(request), e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw refuse(
                $"the connection to the engine at {engine.Host} broke: {AnswerText.Show(e.GetBaseException().Message, AnswerText.LongestQuote)}",
                null,
                e
            );
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new OperationCanceledException("The request was given up.", e, cancellationToken);
        }
    }

    private static EngineStreamMessage Parse(
        DockerEngine engine,
        HttpRequestMessage request,
        ReadOnlyMemory<byte> line,
        Func<string, HttpStatusCode?, Exception?, DockerEngineException> refuse
    )
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, EngineStreamJson.Default.EngineStreamMessage)
                ?? throw Refuse(refuse, NotDocker(engine, request, line, "it is not the JSON that was asked for"));
        }
        catch (JsonException e)
        {
            throw Refuse(refuse, NotDocker(engine, request, line, "it is not the JSON that was asked for", e));
        }
    }

    private static DockerEngineException Refuse(
        Func<string, HttpStatusCode?, Exception?, DockerEngineException> refuse,
        DockerEngineException fault
    ) => refuse(fault.EngineMessage, null, fault);

    private static DockerEngineException NotDocker(
        DockerEngine engine,
        HttpRequestMessage request,
        ReadOnlyMemory<byte> line,
        string what,
        Exception? inner = null
    ) =>
        EngineFault.NotDocker(engine.Transport.Endpoint, null, EngineFault.Asked(request), $"{what}, {AnswerText.Quote(line.Span)}", inner);
}
