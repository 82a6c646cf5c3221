namespace LaunchSdk.Docker.Containers;

/// <summary>Which of LaunchSdk's containers a prune removes.</summary>
public sealed record PruneOptions
{
    /// <summary>
    /// Containers younger than this are left: 1 minute unless set. A container that was just created by a process that is not to be seen
    /// from here, on another
    /// machine, looks the same as one that was forgotten.
    /// </summary>
    public TimeSpan MinimumAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Also ends and removes containers that run although the process that made them is gone from this machine. False unless set.
    /// </summary>
    public bool RunningOrphans { get; init; }

    /// <summary>Only those that this is true of; null for all.</summary>
    public Func<ManagedContainer, bool>? Only { get; init; }
}
