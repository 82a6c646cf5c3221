namespace LaunchSdk.Agent.Queues;

/// <summary>Who resumes what it has left.</summary>
/// <param name="Agent">The agent's name.</param>
public sealed record RunQueueResumption(string Agent)
{
    /// <summary>The id of the agent's machine; null resumes what an agent of that name took on any machine.</summary>
    public string? MachineId { get; init; }

    /// <summary>Names that agents of this machine had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>The ids of items whose containers are on the agent's engine.</summary>
    public IReadOnlyCollection<string> Found { get; init; } = [];
}
