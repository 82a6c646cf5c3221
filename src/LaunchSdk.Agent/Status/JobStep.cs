namespace LaunchSdk.Agent.Status;

/// <summary>The steps of a job, in their order.</summary>
public enum JobStep
{
    /// <summary>Taken from its queue; its spec is checked.</summary>
    Checking,

    /// <summary>It waits for GPUs.</summary>
    WaitingForGpus,

    /// <summary>Its image is pulled or built.</summary>
    PreparingImage,

    /// <summary>The operator's hook runs before it.</summary>
    RunningPreHook,

    /// <summary>Its container is created and started.</summary>
    Starting,

    /// <summary>Its container runs.</summary>
    Running,

    /// <summary>Its container is being stopped.</summary>
    Stopping,

    /// <summary>The operator's hook runs after it.</summary>
    RunningPostHook,

    /// <summary>Its end is told to the backend, again and again where that does not answer.</summary>
    Reporting,

    /// <summary>What it leaves is removed.</summary>
    CleaningUp,

    /// <summary>It is over for this agent.</summary>
    Ended,
}
