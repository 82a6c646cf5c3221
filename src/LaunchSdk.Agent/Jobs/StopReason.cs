namespace LaunchSdk.Agent.Jobs;

/// <summary>Why a job does not go on to its own end.</summary>
internal enum StopReason
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>Its submitter or an operator asked for its end.</summary>
    Wanted,

    /// <summary>The agent is cancelled.</summary>
    AgentCancelled,

    /// <summary>It took too long to start.</summary>
    StartTimeout,

    /// <summary>It is another agent's now.</summary>
    Lost,
}
