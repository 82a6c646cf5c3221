namespace LaunchSdk.Agent.Status;

/// <summary>What changed.</summary>
public enum AgentChangeKind
{
    /// <summary>What the agent does as a whole.</summary>
    Phase,

    /// <summary>It took a job, or took one over.</summary>
    JobTaken,

    /// <summary>A job went a step on, or waits for something else.</summary>
    JobStep,

    /// <summary>A job ended.</summary>
    JobEnded,

    /// <summary>A job went back to its queue, or is another agent's now.</summary>
    JobGone,

    /// <summary>The backend, the engine or a queue cannot be used, or can be again.</summary>
    Problem,
}
