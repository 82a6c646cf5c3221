namespace LaunchSdk.Agent.Status;

/// <summary>A queue as an agent sees it.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Problem">Why nothing can be taken from it, such as that there is none of that name; null where all is well.</param>
public sealed record AgentQueueStatus(string Name, string? Problem);
