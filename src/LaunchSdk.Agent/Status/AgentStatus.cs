namespace LaunchSdk.Agent.Status;

/// <summary>What an agent does at a moment. Never changes: ask again for a later moment.</summary>
/// <param name="Name">The agent's name.</param>
/// <param name="Backend">The backend in words, without secrets.</param>
/// <param name="Phase">What it does as a whole.</param>
/// <param name="At">The moment, by the agent's clock.</param>
public sealed record AgentStatus(string Name, string Backend, AgentPhase Phase, DateTimeOffset At)
{
    /// <summary>How many jobs it may have; -1 for any number.</summary>
    public int MaxJobs { get; init; }

    /// <summary>Its queues, in the order of its options.</summary>
    public IReadOnlyList<AgentQueueStatus> Queues { get; init; } = [];

    /// <summary>The jobs that it has, the oldest first.</summary>
    public IReadOnlyList<AgentJobStatus> Jobs { get; init; } = [];

    /// <summary>The last jobs that ended, the latest first; 20 at most.</summary>
    public IReadOnlyList<AgentJobStatus> Ended { get; init; } = [];

    /// <summary>How many jobs have ended since the agent was started.</summary>
    public long EndedCount { get; init; }

    /// <summary>Its GPUs.</summary>
    public IReadOnlyList<AgentGpuStatus> Gpus { get; init; } = [];

    /// <summary>Why the backend cannot be used at the moment; null where it can. Running jobs go on.</summary>
    public string? BackendProblem { get; init; }

    /// <summary>Why the engine cannot be used at the moment; null where it can.</summary>
    public string? EngineProblem { get; init; }

    /// <summary>The port of <c>/healthz</c>; null where it is not served.</summary>
    public int? HealthPort { get; init; }

    /// <summary>Whether it takes jobs and reaches what it needs for that: what <c>/readyz</c> tells.</summary>
    public bool IsReady =>
        Phase == AgentPhase.Working && BackendProblem is null && EngineProblem is null && Queues.All(static queue => queue.Problem is null);
}
