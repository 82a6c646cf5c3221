using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Queues;

/// <summary>A backend could not do what it was asked; the kinds say why. Messages have no secrets.</summary>
public abstract class RunQueueException : Exception
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    protected RunQueueException(string message, Exception? inner)
        : base(PrintableText.Message(message), inner) { }
}
