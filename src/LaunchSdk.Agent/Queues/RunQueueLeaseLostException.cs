namespace LaunchSdk.Agent.Queues;

/// <summary>The item is another agent's now, or has ended: whatever this agent has of it no longer counts.</summary>
public sealed class RunQueueLeaseLostException : RunQueueException
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    public RunQueueLeaseLostException(string message, Exception? inner = null)
        : base(message, inner) { }
}
