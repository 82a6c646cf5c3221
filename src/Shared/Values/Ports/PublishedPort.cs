using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>One port of the container and where the host offers it.</summary>
/// <param name="ContainerPort">The port in the container.</param>
/// <param name="Protocol">tcp, udp or sctp.</param>
/// <param name="HostAddress">The address of the host to listen on; empty for all.</param>
/// <param name="HostPort">The port of the host, a range to choose from (<c>8000-8010</c>), or empty for any free one.</param>
public sealed record PublishedPort(int ContainerPort, string Protocol, string HostAddress, string HostPort)
{
    /// <summary>The port with its protocol as the engine names it, such as <c>80/tcp</c>.</summary>
    public string Key => ContainerPort.ToString(CultureInfo.InvariantCulture) + "/" + Protocol;
}
