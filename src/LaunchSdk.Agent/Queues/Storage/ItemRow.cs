namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>An item as a database has it. Times are microseconds since 1970.</summary>
internal sealed record ItemRow
{
    public required long Sequence { get; init; }

    public required string Id { get; init; }

    public required string Queue { get; init; }

    /// <summary>The launch spec as JSON.</summary>
    public required string Job { get; init; }

    public required RunQueueItemState State { get; init; }

    /// <summary>What orders the queue: the job's priority where the queue has priorities, else medium.</summary>
    public required JobPriority Priority { get; init; }

    public required long SubmittedAt { get; init; }

    public string? SubmittedBy { get; init; }

    public string? Client { get; init; }

    public int Attempt { get; init; }

    public string? Agent { get; init; }

    /// <summary>The id of the machine whose agent took it last; null where it did not say.</summary>
    public string? Machine { get; init; }

    public string? RunId { get; init; }

    /// <summary>The last lease that was given; it stays when the item ends or goes back, so that a repeated call is known.</summary>
    public string? Token { get; init; }

    public long? LeaseUntil { get; init; }

    public long? StartedAt { get; init; }

    public long? EndedAt { get; init; }

    public bool StopRequested { get; init; }

    public string? Note { get; init; }

    public string? Message { get; init; }

    public RunStage? Stage { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>Lines with a line feed between them; null for none.</summary>
    public string? LogTail { get; init; }
}
