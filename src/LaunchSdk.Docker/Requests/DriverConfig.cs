namespace LaunchSdk.Docker.Requests;

/// <summary>The driver of a volume.</summary>
public sealed class DriverConfig
{
    /// <summary>The name; null for the default.</summary>
    public string? Name { get; set; }

    /// <summary>Options of the driver.</summary>
    public IDictionary<string, string>? Options { get; set; }
}
