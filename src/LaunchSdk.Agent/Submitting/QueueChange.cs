namespace LaunchSdk.Agent.Submitting;

/// <summary>What was done so that a queue is as its definition says.</summary>
public enum QueueChange
{
    /// <summary>Nothing: it was so already.</summary>
    None,

    /// <summary>It was missing, and was created.</summary>
    Created,

    /// <summary>Its definition was another, and was replaced.</summary>
    Updated,
}
