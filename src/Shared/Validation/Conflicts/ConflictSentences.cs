using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;

namespace LaunchSdk.Validation.Conflicts;

/// <summary>Chooses the sentence of a conflict.</summary>
internal static class ConflictSentences
{
    /// <summary>The violation of a conflict that the settings have.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="setting">The one to change.</param>
    /// <param name="other">The other option.</param>
    public static Violation Of(OptionConflict conflict, OptionSettings settings, OptionSetting setting, DockerOption other)
    {
        if (conflict.RuleId == AddressWithoutNetwork.Rule.Id)
        {
            return AddressWithoutNetwork.Of(setting.Name, ConflictConditions.FirstNetwork(settings)?.Target);
        }

        if (conflict.RuleId == RefusedByEngine.Rule.Id)
        {
            return RefusedByEngine.Value(setting.Name, setting.Text, Because(conflict, settings, other), null);
        }

        return conflict.When.Kind switch
        {
            ConflictConditionKind.WithField => Conflict.RepeatsNetwork(setting.Option.Name, conflict.When.Words[0]),
            ConflictConditionKind.NotUserDefined => Conflict.AliasNeedsUserNetwork(ConflictConditions.NetworkName(settings)),
            _ => Conflict.Between(
                Show(conflict.When, other, ConflictConditions.ValueOf(other, settings)),
                Show(conflict.Own, setting.Option, setting.Text),
                Because(conflict, settings, other)
            ),
        };
    }

    // The value is part of the conflict only where the condition looks at it.
    private static MessageText Show(ConflictCondition condition, DockerOption option, string? text) =>
        condition.Kind is ConflictConditionKind.Among or ConflictConditionKind.Restarts ? $"{option.Name}: {text}" : $"{option.Name}";

    private static MessageText? Because(OptionConflict conflict, OptionSettings settings, DockerOption other)
    {
        const string Other = "{other}";
        var at = conflict.Because.IndexOf(Other, StringComparison.Ordinal);
        if (at < 0)
        {
            return conflict.Because.Length == 0 ? null : MessageText.Words(conflict.Because);
        }

        var before = MessageText.Words(conflict.Because.Substring(0, at));
        var after = MessageText.Words(conflict.Because.Substring(at + Other.Length));
        return $"{before}{ConflictConditions.ValueOf(other, settings)}{after}";
    }
}
