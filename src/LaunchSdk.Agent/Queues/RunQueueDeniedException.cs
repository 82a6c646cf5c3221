namespace LaunchSdk.Agent.Queues;

/// <summary>
/// The backend refuses the key, the password or the rights, or its store cannot be used (read-only, damaged, made by a newer version): it
/// will until an operator changes that.
/// </summary>
public sealed class RunQueueDeniedException : RunQueueException
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    public RunQueueDeniedException(string message, Exception? inner = null)
        : base(message, inner) { }
}
