namespace LaunchSdk.Docker.Requests;

/// <summary>Options of a tmpfs mount. A member that is null is not sent.</summary>
public sealed class TmpfsOptions
{
    /// <summary>The size in bytes.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>The permission bits of the root.</summary>
    public uint? Mode { get; set; }
}
