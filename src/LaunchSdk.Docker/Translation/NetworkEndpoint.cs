using LaunchSdk.Docker.Requests;
using LaunchSdk.Options;
using LaunchSdk.Values;
using static LaunchSdk.Docker.Translation.Absent;

namespace LaunchSdk.Docker.Translation;

/// <summary>The endpoint of a container in one network.</summary>
internal static class NetworkEndpoint
{
    /// <summary>The endpoint; null when nothing is said of it, so that docker leaves it to the engine.</summary>
    public static EndpointSettings? Translate(TranslationContext context, Values.NetworkAttachment network, bool isFirst)
    {
        var aliases = First(isFirst, context, DockerOptions.NetworkAlias) ?? network.Aliases;
        var links = network.IsUserDefined ? First(isFirst, context, DockerOptions.Link) ?? [] : [];
        var linkLocal = LinkLocalAddresses(isFirst, context) ?? network.LinkLocalIps;
        var ip = FirstAddress(isFirst, context, DockerOptions.Ip) is { IsIPv4: true } four ? four.Normalized : network.IPv4Address;
        var ip6 = FirstAddress(isFirst, context, DockerOptions.Ip6) is { IsUnset: false } six ? six.NormalizedV6 : network.IPv6Address;
        var mac =
            isFirst && context.Value<MacAddress>(DockerOptions.MacAddress) is { IsUnset: false } own ? own.Normalized : network.MacAddress;
        var hasAddresses = ip.Length > 0 || ip6.Length > 0 || linkLocal.Count > 0;
        if (
            aliases.Count == 0
            && links.Count == 0
            && mac.Length == 0
            && !hasAddresses
            && network.DriverOptions.Count == 0
            && network.GatewayPriority == 0
        )
        {
            return null;
        }

        return new EndpointSettings
        {
            Aliases = aliases.Count > 0 ? [.. aliases] : null!,
            Links = links.Count > 0 ? [.. links] : null!,
            DriverOpts =
                network.DriverOptions.Count > 0 ? new Dictionary<string, string>(network.DriverOptions, StringComparer.Ordinal) : null!,
            GwPriority = network.GatewayPriority,
            MacAddress = mac,
            IPAMConfig = hasAddresses
                ? new EndpointIPAMConfig
                {
                    IPv4Address = NullIfEmpty(ip)!,
                    IPv6Address = NullIfEmpty(ip6)!,
                    LinkLocalIPs = linkLocal.Count > 0 ? [.. linkLocal] : null,
                }
                : null,
        };
    }

    private static List<string>? First(bool isFirst, TranslationContext context, DockerOption option) =>
        isFirst ? context.TextsOrNull(option) : null;

    // Docker leaves out what is not an address, without a word; the rules of the option warn of it.
    private static List<string>? LinkLocalAddresses(bool isFirst, TranslationContext context) =>
        First(isFirst, context, DockerOptions.LinkLocalIp)
            ?.Select(text => GoIpAddress.TryNormalize(text, out var address) ? address : "")
            .Where(address => address.Length > 0)
            .ToList();

    // So it does with an IPv6 address in ip.
    private static IpAddressValue? FirstAddress(bool isFirst, TranslationContext context, DockerOption option) =>
        isFirst ? context.Value<IpAddressValue>(option) : null;
}
