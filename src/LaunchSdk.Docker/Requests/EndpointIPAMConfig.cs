namespace LaunchSdk.Docker.Requests;

/// <summary>Addresses that a container asks for in one network. A member that is null is not sent.</summary>
public sealed class EndpointIPAMConfig
{
    /// <summary>The IPv4 address.</summary>
    public string? IPv4Address { get; set; }

    /// <summary>The IPv6 address.</summary>
    public string? IPv6Address { get; set; }

    /// <summary>Link-local addresses.</summary>
    public IList<string>? LinkLocalIPs { get; set; }
}
