namespace LaunchSdk.Docker.Requests;

/// <summary>An address and port of the host.</summary>
public sealed class PortBinding
{
    /// <summary>The address; empty for all.</summary>
    public string HostIp { get; set; } = "";

    /// <summary>The port or range; empty for any free port.</summary>
    public string HostPort { get; set; } = "";
}
