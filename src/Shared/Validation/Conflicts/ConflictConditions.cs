using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Conflicts;

/// <summary>The predicates that the schema's conflicts are made of. Of a template nothing is known, so none is true of it.</summary>
internal static class ConflictConditions
{
    private const string DefaultNetwork = "default";

    /// <summary>Whether an option is set to what a condition says.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="option">The option that the condition is about.</param>
    /// <param name="compared">The other option of the conflict, for conditions that compare the two.</param>
    public static bool IsTrue(ConflictCondition condition, OptionSettings settings, DockerOption option, DockerOption compared) =>
        (settings.Find(option) ?? settings.FindGiven(option)) is { } setting
            ? IsTrue(condition, setting, settings, compared)
            : condition.Kind is ConflictConditionKind.Missing or ConflictConditionKind.NotUserDefined;

    /// <summary>
    /// The first network that is given, to which options such as <c>ip</c> belong; null where there is none or it cannot be read.
    /// </summary>
    public static NetworkAttachment? FirstNetwork(OptionSettings settings)
    {
        foreach (var text in settings.AllTexts(DockerOptions.Network))
        {
            return !TemplateText.IsTemplate(text) && NetworkAttachment.TryParse(text, out var network, out _) ? network : null;
        }

        return null;
    }

    /// <summary>The name of the first network; where none is given, that of the engine's default.</summary>
    public static string NetworkName(OptionSettings settings) => FirstNetwork(settings)?.Target ?? DefaultNetwork;

    /// <summary>The value of an option in a conflict: of networks, the first one's name.</summary>
    public static string? ValueOf(DockerOption option, OptionSettings settings) =>
        ReferenceEquals(option, DockerOptions.Network) ? FirstNetwork(settings)?.Target : settings.FindText(option);

    private static bool IsTrue(ConflictCondition condition, OptionSetting setting, OptionSettings settings, DockerOption compared)
    {
        switch (condition.Kind)
        {
            case ConflictConditionKind.Given:
                return IsGiven(setting);
            case ConflictConditionKind.NotZero:
                return IsNotZero(setting);
            case ConflictConditionKind.Positive:
                return OptionNumber.Find(setting) > 0;
            case ConflictConditionKind.Restarts:
                return Restarts(setting.Text);
            case ConflictConditionKind.Among:
                return ValueOf(setting.Option, settings) is { } text && condition.Words.Contains(text);
            case ConflictConditionKind.Missing:
                return !IsGiven(setting) || OptionNumber.Find(setting) == 0;
            case ConflictConditionKind.Less:
                return OptionNumber.Find(setting) is > 0 and var less && less < NumberOf(settings, compared);
            case ConflictConditionKind.More:
                return OptionNumber.Find(setting) is > 0 and var more && more > NumberOf(settings, compared);
            case ConflictConditionKind.NotUserDefined when !IsGiven(setting):
                return true;
            default:
                return FirstNetwork(settings) is { } network && IsTrue(condition, network);
        }
    }

    private static bool IsTrue(ConflictCondition condition, NetworkAttachment network) =>
        condition.Kind switch
        {
            ConflictConditionKind.OfContainer => network.Target.StartsWith("container:", StringComparison.Ordinal),
            ConflictConditionKind.NotUserDefined => !network.IsUserDefined,
            _ => HasField(network, condition.Words[0]),
        };

    private static bool HasField(NetworkAttachment network, string field) =>
        field switch
        {
            "alias" => network.Aliases.Count > 0,
            "ip" => network.IPv4Address.Length > 0,
            "ip6" => network.IPv6Address.Length > 0,
            "mac-address" => network.MacAddress.Length > 0,
            "link-local-ip" => network.LinkLocalIps.Count > 0,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "a field of a network without a check"),
        };

    private static bool IsGiven(OptionSetting setting)
    {
        if (setting.Flag is { } flag)
        {
            return flag;
        }

        return setting.IsList ? setting.Texts.Count > 0 : setting.Text is { Length: > 0 };
    }

    private static bool IsNotZero(OptionSetting setting) =>
        IsGiven(setting)
        && (setting.Text is not { } text || !TemplateText.IsTemplate(text))
        && (setting.Option.Grammar is Grammar.Text || OptionNumber.Find(setting) is not (null or 0));

    private static bool Restarts(string? policy) =>
        policy is not null && !TemplateText.IsTemplate(policy) && RestartPolicy.TryParse(policy, out var parsed, out _) && !parsed.IsNone;

    private static long? NumberOf(OptionSettings settings, DockerOption option) =>
        settings.Find(option) is { } setting ? OptionNumber.Find(setting) : null;
}
