using System.Net;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>One try failed before there was an answer to read; the pipeline decides whether another follows.</summary>
internal sealed class TransportException : Exception
{
    public TransportException(string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>The status; null where no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long the server asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the server certainly did nothing.</summary>
    public bool NothingDone { get; init; }

    /// <summary>Whether the same request may do better later.</summary>
    public bool IsPassing => Status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)Status >= 500;
}
