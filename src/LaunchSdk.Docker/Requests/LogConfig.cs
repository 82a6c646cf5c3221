namespace LaunchSdk.Docker.Requests;

/// <summary>A log driver and its options.</summary>
public sealed class LogConfig
{
    /// <summary>The name of the driver; empty for the engine's default.</summary>
    public string Type { get; set; } = "";

    /// <summary>The options of the driver.</summary>
    public IDictionary<string, string> Config { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
