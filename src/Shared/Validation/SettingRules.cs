using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Conflicts;

namespace LaunchSdk.Validation;

/// <summary>
/// Rules over several options: what docker refuses together. Most are data of the schema, which <see cref="ConflictRunner"/> runs.
/// </summary>
internal static class SettingRules
{
    /// <summary>Checks the settings of a file.</summary>
    public static void Check(OptionSettings settings, ProblemList problems)
    {
        var broken = Find(settings);
        settings.HoldRules = broken.Count == 0;
        foreach (var (violation, setting) in broken)
        {
            problems.Add(violation, setting.Source);
        }
    }

    /// <summary>Every broken rule, at the setting to change.</summary>
    public static IReadOnlyList<(Violation Violation, OptionSetting Setting)> Find(OptionSettings settings)
    {
        if (settings.HoldRules)
        {
            return [];
        }

        var broken = new BrokenRules(settings);
        if (settings.Find(DockerOptions.Help) is { Flag: true } help)
        {
            broken.Add(Conflict.Help, help);
        }

        ConflictRunner.Find(settings, ref broken);
        NetworkRules.Find(settings, ref broken);
        FindRepeated(settings, ref broken);
        return broken.Items;
    }

    // An option can be set twice only under two names, and all but one of them are not its long one.
    private static void FindRepeated(OptionSettings settings, ref BrokenRules broken)
    {
        if (!HasOtherNames(settings))
        {
            return;
        }

        for (var i = 1; i < settings.Count; i++)
        {
            var setting = settings[i];
            for (var j = 0; j < i && setting.Option.Arity != OptionArity.Repeatable; j++)
            {
                if (ReferenceEquals(settings[j].Option, setting.Option) && settings[j].Name != setting.Name)
                {
                    broken.Add(RepeatedOption.Of(setting.Name, settings[j].Name), setting);
                }
            }
        }
    }

    private static bool HasOtherNames(OptionSettings settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (settings[i].Name != settings[i].Option.Name)
            {
                return true;
            }
        }

        return false;
    }
}
