namespace LaunchSdk.Agent.Queues;

/// <summary>Where an item failed; W&amp;B's words.</summary>
public enum RunStage
{
    /// <summary>Before anything was built or run: the job, its overrides, the queue's policy, the image.</summary>
    Agent,

    /// <summary>While its image was built or pushed.</summary>
    Build,

    /// <summary>When its container was created, started or ran.</summary>
    Run,
}
