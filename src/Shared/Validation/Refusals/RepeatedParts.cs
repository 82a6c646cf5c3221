using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Advice;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Refusals;

/// <summary>The rules that look at several values: a part that two of them have, such as one mount point.</summary>
internal static class RepeatedParts
{
    /// <summary>
    /// Reports each value of the setting whose part another value has: an earlier one of the option, or any of the options that the rule
    /// names.
    /// </summary>
    public static void Check(OptionSettings settings, OptionSetting setting, IAdviceTarget advice)
    {
        foreach (var rule in setting.Option.Refusals)
        {
            if (rule.Condition != RefusalCondition.Repeated)
            {
                continue;
            }

            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var other in settings.Where(other => rule.Words.Contains(other.Option.Name)))
            {
                Collect(other, rule, seen);
            }

            CheckValues(setting, rule, seen, advice);
        }
    }

    private static void CheckValues(OptionSetting setting, OptionRefusal rule, Dictionary<string, string> seen, IAdviceTarget advice)
    {
        for (var i = 0; i < setting.Texts.Count; i++)
        {
            if (Part(setting, i, rule, out var parts) is not { } part)
            {
                continue;
            }

            if (!seen.TryGetValue(part, out var earlier))
            {
                seen[part] = parts.Text;
            }
            else if (!IsSentOnce(setting, earlier, parts.Text))
            {
                RefusalRunner.Report(setting, i, rule, parts, advice);
            }
        }
    }

    private static void Collect(OptionSetting setting, OptionRefusal rule, Dictionary<string, string> seen)
    {
        for (var i = 0; i < setting.Texts.Count; i++)
        {
            if (Part(setting, i, rule, out var parts) is { } part)
            {
                seen[part] = parts.Text;
            }
        }
    }

    private static string? Part(OptionSetting setting, int index, OptionRefusal rule, out ValueParts parts)
    {
        parts = ValueParts.Read(setting.Option.Grammar, setting.Texts[index]);
        return RefusalRunner.IsRead(setting, index) && parts.Find(rule.Part) is { Length: > 0 } part
            ? Tidy(setting.Option.Grammar, part)
            : null;
    }

    // The engine tidies every path but the one of tmpfs.
    private static string Tidy(Grammar grammar, string path) => grammar == Grammar.TmpfsMount ? path : GoPath.Clean(path);

    // Docker sends equal volumes once.
    private static bool IsSentOnce(OptionSetting setting, string earlier, string text) =>
        setting.Option.Grammar == Grammar.VolumeMount && earlier == text;
}
