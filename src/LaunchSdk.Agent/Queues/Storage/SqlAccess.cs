namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>What a call does to the database.</summary>
internal enum SqlAccess
{
    /// <summary>It reads.</summary>
    Read,

    /// <summary>It changes something, in one transaction.</summary>
    Write,
}
