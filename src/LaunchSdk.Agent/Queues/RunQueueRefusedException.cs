namespace LaunchSdk.Agent.Queues;

/// <summary>What was asked cannot be: a name in use, a definition that the backend does not accept.</summary>
public sealed class RunQueueRefusedException : RunQueueException
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="errors">Each error where the backend gave several; null for the message alone.</param>
    /// <param name="inner">The cause; null for none.</param>
    public RunQueueRefusedException(string message, IReadOnlyList<string>? errors = null, Exception? inner = null)
        : base(message, inner) => Errors = errors ?? [message];

    /// <summary>Each error, such as W&amp;B's configSchemaValidationErrors.</summary>
    public IReadOnlyList<string> Errors { get; }
}
