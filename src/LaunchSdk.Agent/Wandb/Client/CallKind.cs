namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Whether a call whose answer was lost may be made again.</summary>
internal enum CallKind
{
    /// <summary>Twice is as once, or the server undoes the first by itself (an item that was popped goes back).</summary>
    Repeatable,

    /// <summary>Twice is twice (a push): tried again only when the server cannot have taken it.</summary>
    Once,
}
