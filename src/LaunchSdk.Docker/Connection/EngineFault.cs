using System.Net;
using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Connection;

/// <summary>Exceptions for an engine that did not answer as one does: with something else, with half an answer, or not at all.</summary>
internal static class EngineFault
{
    /// <summary>Something came that no Docker Engine sends.</summary>
    /// <param name="endpoint">Where it came from.</param>
    /// <param name="request">What was asked, in words; null for the question itself.</param>
    /// <param name="asked">The question, such as <c>GET /v1.50/containers/json</c>.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="inner">What was thrown underneath.</param>
    public static DockerEngineException NotDocker(
        EngineEndpoint endpoint,
        string? request,
        string asked,
        string what,
        Exception? inner = null
    ) =>
        new(
            request ?? $"asking the Docker Engine at {endpoint.Host}",
            $"what {endpoint.Host} sent for {asked} is no answer of a Docker Engine: {what}",
            ErrorCatalog.AdviceFor(EngineErrorKind.BadAnswer),
            inner
        )
        {
            Kind = EngineErrorKind.BadAnswer,
        };

    /// <summary>An answer that is an error.</summary>
    public static DockerEngineException Refused(string request, HttpStatusCode status, EngineMessage answer) =>
        answer.IsEngines
            ? new DockerEngineException(request, answer.Message) { Status = status }
            : new DockerEngineException(request, answer.Message, ErrorCatalog.AdviceFor(EngineErrorKind.BadAnswer))
            {
                Status = status,
                Kind = EngineErrorKind.BadAnswer,
            };

    /// <summary>
    /// What is wrong with an error that is not the engine's, for the exception that reports it; null for the engine's own.
    /// </summary>
    public static DockerEngineException? Find(string request, HttpStatusCode status, EngineMessage answer) =>
        answer.IsEngines ? null : Refused(request, status, answer);

    /// <summary>The connection ended before the answer did.</summary>
    public static DockerEngineUnavailableException BrokenOff(EngineEndpoint endpoint, string asked, string how, Exception? inner) =>
        new(
            endpoint.Host,
            $"it broke off its answer to {asked}: {how}",
            "Look at the engine's log, and at what is between here and there",
            inner
        );

    /// <summary>The engine does not answer any more, or not this request.</summary>
    public static DockerEngineUnavailableException Silent(EngineEndpoint endpoint, string asked, EngineSilentException inner) =>
        new(endpoint.Host, $"no answer to {asked}: {inner.Message}", inner.Advice, inner);

    /// <summary>What a request that got no answer means.</summary>
    public static DockerEngineException OfSending(EngineEndpoint endpoint, HttpRequestMessage request, Exception exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
                NotDocker(endpoint, null, Asked(request), $"it is no HTTP ({Reason(exception)})", exception),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } when !EnginePing.IsExplained(endpoint, exception) =>
                BrokenOff(endpoint, Asked(request), "the connection ended before it began", exception),
            _ => EnginePing.Explain(endpoint, exception),
        };

    /// <summary>Whether a request reached something that closed the connection instead of answering.</summary>
    public static bool IsWithoutAnswer(DockerEngineUnavailableException exception) =>
        exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded };

    /// <summary>What an answer that broke in its body means.</summary>
    public static DockerEngineException OfReading(EngineEndpoint endpoint, string? request, string asked, Exception exception) =>
        exception switch
        {
            EngineSilentException silent => Silent(endpoint, asked, silent),
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => NotDocker(
                endpoint,
                request,
                asked,
                $"it is no HTTP ({Reason(exception)})",
                exception
            ),
            _ => BrokenOff(endpoint, asked, Reason(exception), exception),
        };

    /// <summary>A question in short: without its query, which may hold anything.</summary>
    public static string Asked(HttpRequestMessage? request) =>
        request is null
            ? "a request"
            : $"{request.Method} {request.RequestUri switch { null => "/", { IsAbsoluteUri: true } uri => uri.AbsolutePath, var uri => uri.OriginalString.Split('?')[0] }}";

    private static string Reason(Exception exception) =>
        AnswerText.Show(exception.GetBaseException().Message, AnswerText.LongestQuote).TrimEnd('.');
}
