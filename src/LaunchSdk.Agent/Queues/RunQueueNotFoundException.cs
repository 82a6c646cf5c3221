namespace LaunchSdk.Agent.Queues;

/// <summary>There is no such queue or item.</summary>
public sealed class RunQueueNotFoundException : RunQueueException
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    public RunQueueNotFoundException(string message, Exception? inner = null)
        : base(message, inner) { }
}
