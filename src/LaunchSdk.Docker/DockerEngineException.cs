using System.Net;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Problems;

namespace LaunchSdk.Docker;

/// <summary>
/// A request that the Docker Engine refused, or that did not reach it: what was asked, the engine's own words, and what to do next.
/// </summary>
public class DockerEngineException : Exception
{
    /// <summary>The exit code of the docker command for errors of its own and of the engine.</summary>
    public const int GeneralErrorExitCode = 125;

    /// <summary>Describes a failure.</summary>
    /// <param name="request">What was asked, in words: <c>creating a container from busybox</c>.</param>
    /// <param name="engineMessage">The engine's own message, or what happened on the way to it.</param>
    /// <param name="advice">What to do next, as a sentence without its full stop; null where nothing better than the message is
    /// known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public DockerEngineException(string request, string engineMessage, string? advice = null, Exception? innerException = null)
        : base(Compose(request, engineMessage, advice ?? Find(engineMessage, innerException).Advice), innerException)
    {
        var known = Find(engineMessage, innerException);
        Request = request;
        EngineMessage = engineMessage;
        Advice = advice ?? known.Advice;
        Kind = known.Kind;
    }

    /// <summary>What was asked, in words.</summary>
    public string Request { get; }

    /// <summary>The engine's own message, unchanged.</summary>
    public string EngineMessage { get; }

    /// <summary>What to do next; null where nothing better than the message is known.</summary>
    public string? Advice { get; }

    /// <summary>What kind of failure it is: set where LaunchSdk sees it itself, else by the engine's words (docs/errors.md).</summary>
    public EngineErrorKind Kind { get; init; }

    /// <summary>The HTTP status of the engine's answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>
    /// The exit code of <c>docker run</c> for this error: 125, or 126 and 127 where a container's program could not be started.
    /// </summary>
    public int ExitCode { get; init; } = GeneralErrorExitCode;

    /// <summary>Whether the engine, or the way to it, is out of order for now: the same request may succeed later.</summary>
    internal bool IsOutage =>
        this is DockerEngineUnavailableException
        || (Kind == EngineErrorKind.BadAnswer && Status is null or >= HttpStatusCode.InternalServerError);

    // What is no answer of an engine has no words of one; who wraps it keeps its kind.
    private static (EngineErrorKind Kind, string? Advice) Find(string engineMessage, Exception? innerException)
    {
        if (innerException is DockerEngineException { Kind: EngineErrorKind.BadAnswer } inner)
        {
            return (inner.Kind, inner.Advice);
        }

        var known = ErrorCatalog.Find(engineMessage);
        return (known?.Kind ?? EngineErrorKind.Other, known?.Advice);
    }

    private static string Compose(string request, string engineMessage, string? advice)
    {
        var text = $"{request}: {engineMessage.TrimEnd().TrimEnd('.')}";
        return PrintableText.Message(advice is null ? text : $"{text}. {advice}");
    }
}
