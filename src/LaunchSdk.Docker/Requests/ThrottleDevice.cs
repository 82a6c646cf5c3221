namespace LaunchSdk.Docker.Requests;

/// <summary>A rate limit of one device.</summary>
public sealed class ThrottleDevice
{
    /// <summary>The device's path on the host.</summary>
    public string Path { get; set; } = "";

    /// <summary>Bytes or operations in a second.</summary>
    public ulong Rate { get; set; }
}
