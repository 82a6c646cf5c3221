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
    public static void Find(OptionSettings settings, ref BrokenRules broken)
    {
        if (IsPlain(settings))
        {
            return;
        }

        var networks = new List<NetworkAttachment>();
        for (var i = 0; i < settings.Count; i++)
        {
            if (ReferenceEquals(settings[i].Option, DockerOptions.Network) && !TryRead(settings[i], networks))
            {
                return;
            }
        }

        FindInFirst(settings, networks, ref broken);
        FindAmong(networks, ref broken);
    }

    // No network, or one that is only named: nothing beside it can contradict it but an alias.
    private static bool IsPlain(OptionSettings settings)
    {
        var networks = 0;
        for (var i = 0; i < settings.Count; i++)
        {
            var option = settings[i].Option;
            if (ReferenceEquals(option, DockerOptions.NetworkAlias))
            {
                return false;
            }

            if (
                ReferenceEquals(option, DockerOptions.Network)
                && (++networks > 1 || settings[i].Text is not { } text || NetworkAttachment.IsLong(text))
            )
            {
                return false;
            }
        }

        return true;
    }

    // A template or a broken value is reported elsewhere; nothing can be said of the whole then.
    private static bool TryRead(OptionSetting setting, List<NetworkAttachment> networks)
    {
        foreach (var text in setting.Texts)
        {
            if (TemplateText.IsTemplate(text) || !NetworkAttachment.TryParse(text, out var network, out _))
            {
                return false;
            }

            networks.Add(network);
        }

        return true;
    }

    // Options beside network (ip, network-alias...) belong to the first network.
    private static void FindInFirst(OptionSettings settings, List<NetworkAttachment> networks, ref BrokenRules broken)
    {
        var hasAliases = settings.HasTexts(DockerOptions.NetworkAlias);
        if (networks.Count == 0)
        {
            if (hasAliases)
            {
                broken.AddConflict(DockerOptions.NetworkAlias, OnlyUserDefined(DefaultNetwork));
            }

            return;
        }

        var first = networks[0];
        if (hasAliases && !first.IsUserDefined && first.Aliases.Count == 0)
        {
            broken.AddConflict(DockerOptions.NetworkAlias, OnlyUserDefined(first.Target));
        }

        if (hasAliases && first.Aliases.Count > 0)
        {
            broken.AddConflict(DockerOptions.NetworkAlias, Twice("network-alias", "alias"));
        }

        if (IsGiven(settings, DockerOptions.Ip) && first.IPv4Address.Length > 0)
        {
            broken.AddConflict(DockerOptions.Ip, Twice("ip", "ip"));
        }

        if (IsGiven(settings, DockerOptions.Ip6) && first.IPv6Address.Length > 0)
        {
            broken.AddConflict(DockerOptions.Ip6, Twice("ip6", "ip6"));
        }

        if (IsGiven(settings, DockerOptions.MacAddress) && first.MacAddress.Length > 0)
        {
            broken.AddConflict(DockerOptions.MacAddress, Twice("mac-address", "mac-address"));
        }

        if (settings.HasTexts(DockerOptions.LinkLocalIp) && first.LinkLocalIps.Count > 0)
        {
            broken.AddConflict(DockerOptions.LinkLocalIp, Twice("link-local-ip", "link-local-ip"));
        }
    }

    private static void FindAmong(List<NetworkAttachment> networks, ref BrokenRules broken)
    {
        foreach (var network in networks)
        {
            if (string.IsNullOrWhiteSpace(network.Target))
            {
                broken.AddConflict(DockerOptions.Network, "a network has no name: write the name of a network, such as bridge");
            }

            if (network.Aliases.Count > 0 && !network.IsUserDefined)
            {
                broken.AddConflict(DockerOptions.Network, OnlyUserDefined(network.Target));
            }

            if (network.MacAddress.Length > 0 && !MacAddress.TryParse(network.MacAddress, out _, out var error))
            {
                broken.AddConflict(DockerOptions.Network, $"network: {error.Sentence}");
            }
        }

        if (networks.Count < 2)
        {
            return;
        }

        foreach (var twice in networks.GroupBy(network => network.Target, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            broken.AddConflict(DockerOptions.Network, $"the network '{twice.Key}' is given more than once: keep one of them");
        }

        if (networks.Exists(network => network.IsUserDefined) && networks.Exists(network => !network.IsUserDefined))
        {
            var special = networks.First(network => !network.IsUserDefined).Target;
            broken.AddConflict(DockerOptions.Network, $"'{special}' cannot be combined with user-defined networks: keep one kind");
        }
    }

    private static bool IsGiven(OptionSettings settings, DockerOption option) => settings.FindText(option) is { Length: > 0 };

    private static MessageText OnlyUserDefined(string network) =>
        $"aliases work only in user-defined networks, and '{network}' is not one: name a network of your own with 'network'";

    private static MessageText Twice(string option, string key) =>
        $"'{option}' and '{key}=' in 'network' say the same thing twice: keep one of them";
}
