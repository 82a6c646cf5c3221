using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>What docker refuses of the network options together.</summary>
internal static class NetworkRules
{
    private const string DefaultNetwork = "default";

    /// <summary>Every broken rule, at the setting to change.</summary>
    public static IEnumerable<(ProblemRule Rule, OptionSetting Setting, string Message)> Find(OptionSettings settings)
    {
        var networks = new List<NetworkAttachment>();
        foreach (var text in settings.AllTexts(DockerOptions.Network))
        {
            // A template or a broken value is reported elsewhere; nothing can be said of the whole then.
            if (TemplateText.IsTemplate(text) || !NetworkAttachment.TryParse(text, out var network, out _))
            {
                yield break;
            }

            networks.Add(network);
        }

        foreach (var (option, message) in FindInFirst(settings, networks).Concat(FindAmong(networks)))
        {
            if (settings.Find(option) is { } setting)
            {
                yield return (ProblemRules.Conflict, setting, message);
            }
        }
    }

    // Options beside network (ip, network-alias...) belong to the first network.
    private static IEnumerable<(DockerOption Option, string Message)> FindInFirst(OptionSettings settings, List<NetworkAttachment> networks)
    {
        var hasAliases = settings.AllTexts(DockerOptions.NetworkAlias).Any();
        if (networks.Count == 0)
        {
            if (hasAliases)
            {
                yield return (DockerOptions.NetworkAlias, OnlyUserDefined(DefaultNetwork));
            }

            yield break;
        }

        var first = networks[0];
        if (hasAliases && !first.IsUserDefined && first.Aliases.Count == 0)
        {
            yield return (DockerOptions.NetworkAlias, OnlyUserDefined(first.Target));
        }

        if (hasAliases && first.Aliases.Count > 0)
        {
            yield return (DockerOptions.NetworkAlias, Twice("network-alias", "alias"));
        }

        if (IsGiven(settings, DockerOptions.Ip) && first.IPv4Address.Length > 0)
        {
            yield return (DockerOptions.Ip, Twice("ip", "ip"));
        }

        if (IsGiven(settings, DockerOptions.Ip6) && first.IPv6Address.Length > 0)
        {
            yield return (DockerOptions.Ip6, Twice("ip6", "ip6"));
        }

        if (IsGiven(settings, DockerOptions.MacAddress) && first.MacAddress.Length > 0)
        {
            yield return (DockerOptions.MacAddress, Twice("mac-address", "mac-address"));
        }

        if (settings.AllTexts(DockerOptions.LinkLocalIp).Any() && first.LinkLocalIps.Count > 0)
        {
            yield return (DockerOptions.LinkLocalIp, Twice("link-local-ip", "link-local-ip"));
        }
    }

    private static IEnumerable<(DockerOption Option, string Message)> FindAmong(List<NetworkAttachment> networks)
    {
        foreach (var network in networks)
        {
            if (string.IsNullOrWhiteSpace(network.Target))
            {
                yield return (DockerOptions.Network, "a network has no name: write the name of a network, such as bridge");
            }

            if (network.Aliases.Count > 0 && !network.IsUserDefined)
            {
                yield return (DockerOptions.Network, OnlyUserDefined(network.Target));
            }

            if (network.MacAddress.Length > 0 && !MacAddress.TryParse(network.MacAddress, out _, out var error))
            {
                yield return (DockerOptions.Network, $"network: {error.Message}");
            }
        }

        foreach (var twice in networks.GroupBy(network => network.Target, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return (DockerOptions.Network, $"the network '{twice.Key}' is given more than once: keep one of them");
        }

        if (networks.Exists(network => network.IsUserDefined) && networks.Exists(network => !network.IsUserDefined))
        {
            var special = networks.First(network => !network.IsUserDefined).Target;
            yield return (DockerOptions.Network, $"'{special}' cannot be combined with user-defined networks: keep one kind");
        }
    }

    private static bool IsGiven(OptionSettings settings, DockerOption option) => settings.FindText(option) is { Length: > 0 };

    private static string OnlyUserDefined(string network) =>
        $"aliases work only in user-defined networks, and '{network}' is not one: name a network of your own with 'network'";

    private static string Twice(string option, string key) =>
        $"'{option}' and '{key}=' in 'network' say the same thing twice: keep one of them";
}
