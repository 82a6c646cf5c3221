namespace LaunchSdk.Agent.Queues;

/// <summary>A job on a queue.</summary>
/// <param name="Id">The item's id, unique in its backend.</param>
/// <param name="Queue">The queue's name.</param>
/// <param name="Job">The launch spec as it was submitted.</param>
/// <param name="State">Where it is.</param>
/// <param name="Priority">Its priority; medium on a queue without.</param>
/// <param name="SubmittedAt">When it was pushed, by the backend's clock.</param>
public sealed record RunQueueItem(
    string Id,
    string Queue,
    LaunchJob Job,
    RunQueueItemState State,
    JobPriority Priority,
    DateTimeOffset SubmittedAt
)
{
    /// <summary>
    /// Who submitted it: with PostgreSQL the server's word, the database user of the session; with SQLite the user of the process. Null for
    /// what was submitted before this was kept, and at W&amp;B.
    /// </summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Where it was submitted from, as the client says itself: <c>user@machine</c>. Null where it does not say.</summary>
    public string? Client { get; init; }

    /// <summary>How often an agent took it, this time included.</summary>
    public int Attempt { get; init; }

    /// <summary>The agent that has it or had it last; null before the first.</summary>
    public string? Agent { get; init; }

    /// <summary>The run's id, once acknowledged.</summary>
    public string? RunId { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether its agent has let the lease run out: it may be gone. The item goes on when the agent is back.</summary>
    public bool AgentIsSilent { get; init; }

    /// <summary>Whether somebody asked for its end.</summary>
    public bool StopRequested { get; init; }

    /// <summary>What it waits for, or was warned of; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How it ended; null before.</summary>
    public RunOutcome? Outcome { get; init; }
}
