using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>Rules over several options: what docker refuses together. Rules of the network options are in <see cref="NetworkRules"/>.</summary>
internal static class SettingRules
{
    private static readonly DockerOption[] HealthOptions =
    [
        DockerOptions.HealthCmd,
        DockerOptions.HealthInterval,
        DockerOptions.HealthTimeout,
        DockerOptions.HealthStartPeriod,
        DockerOptions.HealthStartInterval,
        DockerOptions.HealthRetries,
    ];

    /// <summary>Checks the settings of a file.</summary>
    public static void Check(OptionSettings settings, ProblemList problems)
    {
        var broken = Find(settings);
        settings.HoldRules = broken.Count == 0;
        foreach (var (rule, setting, message) in broken)
        {
            problems.Add(rule, setting.Source, message);
        }
    }

    /// <summary>Every broken rule, at the setting to change.</summary>
    public static IReadOnlyList<(ProblemRule Rule, OptionSetting Setting, MessageText Message)> Find(OptionSettings settings)
    {
        if (settings.HoldRules)
        {
            return [];
        }

        var broken = new BrokenRules(settings);
        if (settings.Find(DockerOptions.Help) is { Flag: true } help)
        {
            broken.Add(ProblemRules.Conflict, help, "'help' prints docker's usage and runs nothing: remove it");
        }

        if (settings.IsOn(DockerOptions.Rm) && settings.Find(DockerOptions.Restart) is { } restart && Restarts(restart.Text))
        {
            broken.Add(
                ProblemRules.Conflict,
                restart,
                $"'rm' and 'restart: {restart.Text}' exclude each other: a removed container cannot be restarted; drop one of them"
            );
        }

        if (settings.IsOn(DockerOptions.Detach) && settings.FindGiven(DockerOptions.Attach) is { } attach)
        {
            broken.Add(ProblemRules.Conflict, attach, "'detach' and 'attach' exclude each other: drop one of them");
        }

        if (
            settings.FindText(DockerOptions.LogDriver) == "none"
            && settings.Find(DockerOptions.LogOpt) is { } logOption
            && settings.HasTexts(DockerOptions.LogOpt)
        )
        {
            broken.Add(ProblemRules.Conflict, logOption, "the log driver 'none' takes no log-opt: drop it, or choose another log-driver");
        }

        if (settings.IsOn(DockerOptions.NoHealthcheck))
        {
            foreach (var option in HealthOptions)
            {
                if (settings.Find(option) is { } health && IsHealthSetting(option, health.Text))
                {
                    broken.Add(ProblemRules.Conflict, health, $"'no-healthcheck' and '{option.Name}' exclude each other: drop one of them");
                }
            }
        }

        NetworkRules.Find(settings, ref broken);
        FindRepeated(settings, ref broken);
        return broken.Items;
    }

    private static bool Restarts(string? policy) =>
        policy is not null && !TemplateText.IsTemplate(policy) && RestartPolicy.TryParse(policy, out var parsed, out _) && !parsed.IsNone;

    // Docker counts a zero health setting as not given.
    private static bool IsHealthSetting(DockerOption option, string? text)
    {
        if (text is null or "" || TemplateText.IsTemplate(text))
        {
            return false;
        }

        return option.Grammar switch
        {
            Grammar.Duration => DockerDuration.TryParse(text, out var duration, out _) && duration.Nanoseconds != 0,
            Grammar.NonNegativeInteger => IntegerValue.TryParseNonNegative(text, out var count, out _) && count.Value != 0,
            _ => true,
        };
    }

    // An option can stand twice only under two names, and all but one of them are not its long one.
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
                    broken.Add(
                        ProblemRules.RepeatedOption,
                        setting,
                        $"'{setting.Name}' and '{settings[j].Name}' are one option, and docker uses the last: keep one of them"
                    );
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
