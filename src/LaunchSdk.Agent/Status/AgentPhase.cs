namespace LaunchSdk.Agent.Status;

/// <summary>What an agent as a whole does.</summary>
public enum AgentPhase
{
    /// <summary>It was made and not run yet.</summary>
    Created,

    /// <summary>It looks for what an agent of its name has left, and for the engine and the backend.</summary>
    Starting,

    /// <summary>It takes jobs.</summary>
    Working,

    /// <summary>It takes no more jobs; those that it has go on to their end.</summary>
    Draining,

    /// <summary>It stops its jobs.</summary>
    Cancelling,

    /// <summary>It lets go of its jobs, whose containers go on; the next agent of its name takes them over.</summary>
    Leaving,

    /// <summary>It has ended.</summary>
    Ended,
}
