using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Status;

/// <summary>One job of an agent's.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Name">Its name for people: the run's name where it has one, else its image or job.</param>
/// <param name="Step">What happens to it.</param>
/// <param name="StepSince">Since when, by the agent's clock.</param>
/// <param name="TakenAt">When the agent took it or took it over, by the agent's clock.</param>
public sealed record AgentJobStatus(
    string ItemId,
    string Queue,
    string Name,
    JobStep Step,
    DateTimeOffset StepSince,
    DateTimeOffset TakenAt
)
{
    /// <summary>The run's id; null before the acknowledgement.</summary>
    public string? RunId { get; init; }

    /// <summary>The container's id; null before it runs.</summary>
    public string? ContainerId { get; init; }

    /// <summary>When its container was started, by the engine's clock; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The GPUs that it has.</summary>
    public IReadOnlyList<string> Gpus { get; init; } = [];

    /// <summary>What it waits for; null for nothing.</summary>
    public string? Waiting { get; init; }

    /// <summary>Whether it was taken over from an earlier agent of the same name.</summary>
    public bool WasAdopted { get; init; }

    /// <summary>The path of its log; null before there is one.</summary>
    public string? LogFile { get; init; }

    /// <summary>How it ended; null before, and for one that was given back.</summary>
    public RunOutcome? Outcome { get; init; }
}
