namespace LaunchSdk.Agent.Queues;

/// <summary>The backend does not answer, or not in time: the same call may work later.</summary>
public sealed class RunQueueUnavailableException : RunQueueException
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    public RunQueueUnavailableException(string message, Exception? inner = null)
        : base(message, inner) { }
}
