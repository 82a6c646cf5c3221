using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Advice;

namespace LaunchSdk.Validation.Conflicts;

/// <summary>Runs the schema's conflicts between options (<c>x-launch-excludes</c>) over the settings.</summary>
internal static class ConflictRunner
{
    /// <summary>Finds what docker's command refuses.</summary>
    public static void Find(OptionSettings settings, ref BrokenRules broken)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (settings[i].Option.Conflicts.Count > 0 && FindAt(settings, i, isError: true) is { } violation)
            {
                broken.Add(violation, settings[i]);
            }
        }
    }

    /// <summary>Reports what only the engine refuses.</summary>
    public static void Advise(OptionSettings settings, IAdviceTarget advice)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (settings[i].Option.Conflicts.Count > 0 && FindAt(settings, i, isError: false) is { } violation)
            {
                advice.Add(violation, settings[i]);
            }
        }
    }

    // The first is enough: whoever resolves it may have resolved the others too.
    private static Violation? FindAt(OptionSettings settings, int index, bool isError)
    {
        var setting = settings[index];
        if (setting.IsNull || IsReplaced(settings, index))
        {
            return null;
        }

        for (var i = 0; i < setting.Option.Conflicts.Count; i++)
        {
            var conflict = setting.Option.Conflicts[i];
            if (
                conflict.IsReportedHere
                && conflict.RuleId == Conflict.Rule.Id == isError
                && DockerOptions.TryGet(conflict.Option, out var other)
                && ConflictConditions.IsTrue(conflict.When, settings, other, setting.Option)
                && ConflictConditions.IsTrue(conflict.Own, settings, setting.Option, other)
            )
            {
                return ConflictSentences.Of(conflict, settings, setting, other);
            }
        }

        return null;
    }

    // Of an option under two names the last counts.
    private static bool IsReplaced(OptionSettings settings, int index)
    {
        for (var i = index + 1; i < settings.Count; i++)
        {
            if (ReferenceEquals(settings[i].Option, settings[index].Option) && !settings[i].IsNull)
            {
                return true;
            }
        }

        return false;
    }
}
