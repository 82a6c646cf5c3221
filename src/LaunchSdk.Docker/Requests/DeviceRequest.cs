namespace LaunchSdk.Docker.Requests;

/// <summary>Devices that a driver of the engine provides.</summary>
public sealed class DeviceRequest
{
    /// <summary>The driver, such as <c>nvidia</c> or <c>cdi</c>; empty for any.</summary>
    public string Driver { get; set; } = "";

    /// <summary>How many; -1 for all.</summary>
    public long Count { get; set; }

    /// <summary>The ids of the devices; null where they are counted.</summary>
    public IList<string>? DeviceIDs { get; set; }

    /// <summary>What the devices must be able to do: any of these sets.</summary>
    public IList<IList<string>>? Capabilities { get; set; }

    /// <summary>Options of the driver.</summary>
    public IDictionary<string, string>? Options { get; set; }
}
