namespace LaunchSdk.Values;

/// <summary>What a mount of type bind says beyond source and target.</summary>
/// <param name="Propagation">How mounts below are passed on (<c>bind-propagation</c>), such as <c>rslave</c>; empty when not given.</param>
/// <param name="NonRecursive">Mounts below the source are left out (<c>bind-recursive=disabled</c>).</param>
/// <param name="ReadOnlyNonRecursive">Only the mount itself is read-only (<c>bind-recursive=writable</c>).</param>
/// <param name="ReadOnlyForceRecursive">All below must be read-only too (<c>bind-recursive=readonly</c>).</param>
/// <param name="CreateMountpoint">The engine makes the source where the host has none (<c>bind-create-src</c>).</param>
public sealed record MountBindOptions(
    string Propagation,
    bool NonRecursive,
    bool ReadOnlyNonRecursive,
    bool ReadOnlyForceRecursive,
    bool CreateMountpoint
);
