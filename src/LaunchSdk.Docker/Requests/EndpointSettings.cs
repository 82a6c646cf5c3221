namespace LaunchSdk.Docker.Requests;

/// <summary>
/// How a container is connected to one network. The members from <see cref="NetworkID"/> on are the engine's answers, which docker sends
/// empty.
/// </summary>
public sealed class EndpointSettings
{
    /// <summary>Addresses: <c>--ip</c>, <c>--ip6</c>, <c>--link-local-ip</c>.</summary>
    public EndpointIPAMConfig? IPAMConfig { get; set; }

    /// <summary>Links to other containers in the network: <c>--link</c>.</summary>
    public IList<string>? Links { get; set; }

    /// <summary>Further names in the network: <c>--network-alias</c>.</summary>
    public IList<string>? Aliases { get; set; }

    /// <summary>Options of the network driver: <c>driver-opt</c> of <c>--network</c>.</summary>
    public IDictionary<string, string>? DriverOpts { get; set; }

    /// <summary>Which network gives the default gateway; the highest does: <c>gw-priority</c> of <c>--network</c>.</summary>
    public long GwPriority { get; set; }

    /// <summary>The network's id.</summary>
    public string NetworkID { get; set; } = "";

    /// <summary>The endpoint's id.</summary>
    public string EndpointID { get; set; } = "";

    /// <summary>The IPv4 gateway.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>The IPv4 address.</summary>
    public string IPAddress { get; set; } = "";

    /// <summary>The MAC address: <c>--mac-address</c>. Empty for a generated one.</summary>
    public string MacAddress { get; set; } = "";

    /// <summary>The length of the IPv4 prefix, in bits.</summary>
    public long IPPrefixLen { get; set; }

    /// <summary>The IPv6 gateway.</summary>
    public string IPv6Gateway { get; set; } = "";

    /// <summary>The IPv6 address.</summary>
    public string GlobalIPv6Address { get; set; } = "";

    /// <summary>The length of the IPv6 prefix, in bits.</summary>
    public long GlobalIPv6PrefixLen { get; set; }
}
