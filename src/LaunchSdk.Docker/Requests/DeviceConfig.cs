namespace LaunchSdk.Docker.Requests;

/// <summary>A device of the host in the container.</summary>
public sealed class DeviceConfig
{
    /// <summary>The path on the host.</summary>
    public string PathOnHost { get; set; } = "";

    /// <summary>The path in the container.</summary>
    public string PathInContainer { get; set; } = "";

    /// <summary>The letters of what is allowed: <c>r</c>, <c>w</c>, <c>m</c>.</summary>
    public string CgroupPermissions { get; set; } = "";
}
