using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Writes the <c>NetworkingConfig</c> of a create request.</summary>
internal static class NetworkingConfigJson
{
    public static void Write(Utf8JsonWriter json, NetworkingConfig networking)
    {
        json.WriteStartObject();
        json.WriteMap("EndpointsConfig", networking.EndpointsConfig, WriteEndpoint);
        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, EndpointSettings endpoint)
    {
        json.WriteStartObject();
        if (endpoint.IPAMConfig is { } addresses)
        {
            json.WriteStartObject("IPAMConfig");
            json.WriteString("IPv4Address", addresses.IPv4Address);
            json.WriteString("IPv6Address", addresses.IPv6Address);
            json.WriteTexts("LinkLocalIPs", addresses.LinkLocalIPs);
            json.WriteEndObject();
        }

        json.WriteTexts("Links", endpoint.Links);
        json.WriteTexts("Aliases", endpoint.Aliases);
        json.WriteString("MacAddress", endpoint.MacAddress);
        json.WriteMap("DriverOpts", endpoint.DriverOpts);
        json.WriteNumber("GwPriority", endpoint.GwPriority);
        json.WriteString("NetworkID", endpoint.NetworkID);
        json.WriteString("EndpointID", endpoint.EndpointID);
        json.WriteString("Gateway", endpoint.Gateway);
        json.WriteString("IPAddress", endpoint.IPAddress);
        json.WriteNumber("IPPrefixLen", endpoint.IPPrefixLen);
        json.WriteString("IPv6Gateway", endpoint.IPv6Gateway);
        json.WriteString("GlobalIPv6Address", endpoint.GlobalIPv6Address);
        json.WriteNumber("GlobalIPv6PrefixLen", endpoint.GlobalIPv6PrefixLen);
        json.WriteTexts("DNSNames", endpoint.DNSNames);
        json.WriteEndObject();
    }
}
