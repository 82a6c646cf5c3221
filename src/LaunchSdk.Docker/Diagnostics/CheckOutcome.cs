namespace LaunchSdk.Docker.Diagnostics;

/// <summary>What a check found.</summary>
public enum CheckOutcome
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>Some runs will not work; others will.</summary>
    Warning,

    /// <summary>No run will work.</summary>
    Failed,
}
