using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Advice;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Refusals;

/// <summary>Runs the schema's rules of values that no engine takes (<c>x-launch-refused</c>) over the settings.</summary>
internal static class RefusalRunner
{
    /// <summary>Reports each value that a rule of its option is for.</summary>
    public static void Check(OptionSettings settings, IAdviceTarget advice)
    {
        foreach (var setting in settings)
        {
            if (setting.Option.Refusals.Count == 0)
            {
                continue;
            }

            for (var i = 0; i < setting.Texts.Count; i++)
            {
                CheckValue(setting, i, advice);
            }

            RepeatedParts.Check(settings, setting, advice);
        }
    }

    /// <summary>
    /// Whether something can be said of a value: a template is anything until it is replaced, and what is an error already is reported.
    /// </summary>
    public static bool IsRead(OptionSetting setting, int index) =>
        setting.Texts[index] is { Length: > 0 } text
        && !TemplateText.IsTemplate(text)
        && !(setting.SourceOf(index) is { IsAmbiguous: true })
        && GrammarCheck.Check(setting.Option.Grammar, text) is null;

    /// <summary>Reports a value.</summary>
    public static void Report(
        OptionSetting setting,
        int index,
        OptionRefusal rule,
        ValueParts parts,
        IAdviceTarget advice,
        string? meant = null
    )
    {
        var because = Fill(rule.Because, rule, parts);
        var write = Fill(rule.Write, rule, parts);
        var value = Phrases.Shorten(parts.Text);
        var violation = rule.Outcome switch
        {
            RefusalOutcome.ClientRefuses => RefusedByEngine.ForLinux(setting.Name, value, because, write),
            RefusalOutcome.ClientDrops => RefusedByEngine.Dropped(setting.Name, value, because, write),
            _ => RefusedByEngine.Value(setting.Name, value, because, write),
        };
        advice.Add(violation, setting, setting.IsList ? index : null, meant: meant);
    }

    private static void CheckValue(OptionSetting setting, int index, IAdviceTarget advice)
    {
        if (!IsRead(setting, index))
        {
            return;
        }

        var parts = ValueParts.Read(setting.Option.Grammar, setting.Texts[index]);
        foreach (var rule in setting.Option.Refusals)
        {
            if (IsFor(rule, parts) && parts.Find(rule.Part) is { } part && RefusalConditions.IsTrue(rule, setting.Option.Grammar, part))
            {
                Report(setting, index, rule, parts, advice, RefusalConditions.Meant(rule, part));
            }
        }
    }

    private static bool IsFor(OptionRefusal rule, ValueParts parts) =>
        rule.Kinds.Count == 0 || (parts.Find(OptionPart.Kind) is { } kind && rule.Kinds.Contains(kind));

    private static MessageText? Fill(string text, OptionRefusal rule, ValueParts parts) =>
        text.Length == 0
            ? null
            : (MessageText)
                text.Replace("{part}", Phrases.Shorten(parts.Find(rule.Part) ?? "")).Replace("{kind}", parts.Find(OptionPart.Kind) ?? "");
}
