namespace LaunchSdk.Agent.Queues;

/// <summary>From which agent an operator takes an item.</summary>
public enum RunQueueTakeover
{
    /// <summary>Only from one that has let its lease run out: another goes on with its work.</summary>
    FromSilentAgent,

    /// <summary>From whichever has it.</summary>
    FromAnyAgent,
}
