namespace LaunchSdk.Agent.Queues;

/// <summary>Where an item is; W&amp;B's words.</summary>
public enum RunQueueItemState
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>An agent took it and prepares it.</summary>
    Pending,

    /// <summary>An agent acknowledged it: its image is made or its container runs.</summary>
    Running,

    /// <summary>Its container ended with exit code 0.</summary>
    Finished,

    /// <summary>It failed: <see cref="RunOutcome.Stage"/> says where.</summary>
    Failed,

    /// <summary>It was stopped because somebody asked for it.</summary>
    Killed,
}
