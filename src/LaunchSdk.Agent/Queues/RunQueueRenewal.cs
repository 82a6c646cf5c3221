namespace LaunchSdk.Agent.Queues;

/// <summary>What a renewal told of an item.</summary>
public enum RunQueueRenewal
{
    /// <summary>It is the agent's for another while.</summary>
    Kept,

    /// <summary>It is the agent's, and somebody asked for its end.</summary>
    StopWanted,

    /// <summary>It is the agent's no longer: another agent or an operator took it.</summary>
    Lost,
}
