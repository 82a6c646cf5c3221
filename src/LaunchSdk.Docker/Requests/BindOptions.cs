namespace LaunchSdk.Docker.Requests;

/// <summary>Options of a bind mount. A member that is null is not sent.</summary>
public sealed class BindOptions
{
    /// <summary>How mounts below it are seen: <c>rprivate</c>, <c>rshared</c> and so on.</summary>
    public string? Propagation { get; set; }

    /// <summary>Whether mounts below the source are left out.</summary>
    public bool? NonRecursive { get; set; }

    /// <summary>Whether the engine makes a source that is missing.</summary>
    public bool? CreateMountpoint { get; set; }

    /// <summary>Whether mounts below a read-only one stay writable.</summary>
    public bool? ReadOnlyNonRecursive { get; set; }

    /// <summary>Whether it fails where mounts below cannot be read-only.</summary>
    public bool? ReadOnlyForceRecursive { get; set; }
}
