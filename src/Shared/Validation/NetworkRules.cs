using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>What docker refuses of several networks, or inside one, which no predicate over two options can say.</summary>
internal static class NetworkRules
{
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

        FindAmong(networks, ref broken);
    }

    // No network, or one that is only named: nothing in it can contradict itself.
    private static bool IsPlain(OptionSettings settings)
    {
        var networks = 0;
        for (var i = 0; i < settings.Count; i++)
        {
            var option = settings[i].Option;
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

    private static void FindAmong(List<NetworkAttachment> networks, ref BrokenRules broken)
    {
        foreach (var network in networks)
        {
            if (string.IsNullOrWhiteSpace(network.Target))
            {
                broken.Add(Conflict.NetworkWithoutName, DockerOptions.Network);
            }

            if (network.Aliases.Count > 0 && !network.IsUserDefined)
            {
                broken.Add(Conflict.AliasNeedsUserNetwork(network.Target), DockerOptions.Network);
            }

            if (network.MacAddress.Length > 0 && !MacAddress.TryParse(network.MacAddress, out _, out var error))
            {
                broken.Add(Conflict.NetworkAddress(error.Sentence), DockerOptions.Network);
            }
        }

        if (networks.Count < 2)
        {
            return;
        }

        foreach (var twice in networks.GroupBy(network => network.Target, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            broken.Add(Conflict.RepeatedNetwork(twice.Key), DockerOptions.Network);
        }

        if (networks.Exists(network => network.IsUserDefined) && networks.Exists(network => !network.IsUserDefined))
        {
            var special = networks.First(network => !network.IsUserDefined).Target;
            broken.Add(Conflict.MixedNetworks(special), DockerOptions.Network);
        }
    }
}
