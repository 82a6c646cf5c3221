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
        DockerOptions.HealthCmd, DockerOptions.HealthInterval, DockerOptions.HealthTimeout,
        DockerOptions.HealthStartPeriod, DockerOptions.HealthStartInterval, DockerOptions.HealthRetries,
    ];

    /// <summary>Checks the settings of a file.</summary>
    public static void Check(OptionSettings settings, ProblemList problems)
    {
        foreach (var (rule, setting, message) in Find(settings))
        {
            problems.Add(rule, setting.Source, message);
        }
    }

    /// <summary>Every broken rule, at the setting to change.</summary>
    public static IEnumerable<(ProblemRule Rule, OptionSetting Setting, string Message)> Find(OptionSettings settings)
    {
        if (settings.Find(DockerOptions.Help) is { Flag: true } help)
        {
            yield return (ProblemRules.Conflict, help, "'help' prints docker's usage and runs nothing: remove it");
        }

        if (settings.IsOn(DockerOptions.Rm) && settings.Find(DockerOptions.Restart) is { } restart && Restarts(restart.Text))
        {
            yield return (ProblemRules.Conflict, restart, $"'rm' and 'restart: {restart.Text}' exclude each other: a removed container cannot be restarted; drop one of them");
        }

        if (settings.IsOn(DockerOptions.Detach) && settings.AllTexts(DockerOptions.Attach).Any())
        {
            yield return (ProblemRules.Conflict, settings.Find(DockerOptions.Attach)!.Value, "'detach' and 'attach' exclude each other: drop one of them");
        }

        if (settings.FindText(DockerOptions.LogDriver) == "none" && settings.Find(DockerOptions.LogOpt) is { } logOption && settings.AllTexts(DockerOptions.LogOpt).Any())
        {
            yield return (ProblemRules.Conflict, logOption, "the log driver 'none' takes no log-opt: drop it, or choose another log-driver");
        }

        if (settings.IsOn(DockerOptions.NoHealthcheck))
        {
            foreach (var option in HealthOptions)
            {
                if (settings.Find(option) is { } health && IsHealthSetting(option, health.Text))
                {
                    yield return (ProblemRules.Conflict, health, $"'no-healthcheck' and '{option.Name}' exclude each other: drop one of them");
                }
            }
        }

        foreach (var broken in NetworkRules.Find(settings))
        {
            yield return broken;
        }

        foreach (var repeated in FindRepeated(settings))
        {
            yield return repeated;
        }
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

    private static IEnumerable<(ProblemRule Rule, OptionSetting Setting, string Message)> FindRepeated(OptionSettings settings)
    {
        for (var i = 1; i < settings.Count; i++)
        {
            var setting = settings[i];
            for (var j = 0; j < i && setting.Option.Arity != OptionArity.Repeatable; j++)
            {
                if (ReferenceEquals(settings[j].Option, setting.Option) && settings[j].Name != setting.Name)
                {
                    yield return (ProblemRules.RepeatedOption, setting, $"'{setting.Name}' and '{settings[j].Name}' are one option, and docker uses the last: keep one of them");
                }
            }
        }
    }
}
