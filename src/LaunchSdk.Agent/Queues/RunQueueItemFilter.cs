namespace LaunchSdk.Agent.Queues;

/// <summary>Which items a list has.</summary>
public sealed record RunQueueItemFilter
{
    /// <summary>The queue's name; null for all queues.</summary>
    public string? Queue { get; init; }

    /// <summary>The states; empty for all.</summary>
    public IReadOnlyCollection<RunQueueItemState> States { get; init; } = [];

    /// <summary>How many at most: 100 unless set.</summary>
    public int Limit { get; init; } = 100;
}
