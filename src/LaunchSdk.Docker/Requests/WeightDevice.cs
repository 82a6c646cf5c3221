namespace LaunchSdk.Docker.Requests;

/// <summary>The weight of block IO of one device.</summary>
public sealed class WeightDevice
{
    /// <summary>The device's path on the host.</summary>
    public string Path { get; set; } = "";

    /// <summary>10 to 1000; 0 for the default.</summary>
    public int Weight { get; set; }
}
