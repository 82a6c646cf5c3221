namespace LaunchSdk.Agent.Queues;

/// <summary>An agent as a backend knows it.</summary>
/// <param name="Agent">As it made itself known.</param>
/// <param name="Since">When it took its name, by the backend's clock.</param>
/// <param name="SeenAt">When it was heard of last, by the backend's clock.</param>
public sealed record RegisteredAgent(AgentRegistration Agent, DateTimeOffset Since, DateTimeOffset SeenAt)
{
    /// <summary>Whether it has ended in order, and the name is free.</summary>
    public bool HasEnded { get; init; }

    /// <summary>How long it keeps the name unless it is heard of again; zero where it has let that time run out, or has ended.</summary>
    public TimeSpan HeldFor { get; init; }
}
