using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>Values that docker's client passes on and the engine refuses when it creates the container. Linux engines; Windows has none of these options.</summary>
internal static class EngineRule
{
    // The engine's own bounds since 20.10: what its answer to /containers/create says.
    private const long LeastMemory = 6L * 1024 * 1024;

    private static readonly (DockerOption Option, long Least, long Most, string Unit)[] Ranges =
    [
        (DockerOptions.BlkioWeight, 10, 1000, ""),
        (DockerOptions.CpuPeriod, 1000, 1_000_000, " microseconds"),
        (DockerOptions.CpuQuota, 1000, long.MaxValue, " microseconds"),
        (DockerOptions.OomScoreAdj, -1000, 1000, ""),
    ];

    /// <summary>Reports each value that no engine takes.</summary>
    public static void Check(OptionSettings settings, IAdviceTarget advice)
    {
        foreach (var setting in settings)
        {
            if (setting.Text is { Length: > 0 } text && IsRead(setting, text))
            {
                CheckOne(setting, text, advice);
            }
        }

        EngineMemoryRule.Check(settings, LeastMemory, advice);
    }

    // A template is anything until it is replaced; what is an error already is not the engine's business.
    private static bool IsRead(OptionSetting setting, string text) =>
        !TemplateText.IsTemplate(text) && !(setting.SourceOf(0) is { IsAmbiguous: true }) && GrammarCheck.Check(setting.Option.Grammar, text) is null;

    private static void CheckOne(OptionSetting setting, string text, IAdviceTarget advice)
    {
        if (ReferenceEquals(setting.Option, DockerOptions.Restart))
        {
            CheckRestart(setting, text, advice);
        }
        else if (ReferenceEquals(setting.Option, DockerOptions.Name))
        {
            EngineNameRule.Check(setting, text, advice);
        }
        else if (ReferenceEquals(setting.Option, DockerOptions.Ip) || ReferenceEquals(setting.Option, DockerOptions.Ip6))
        {
            CheckAddress(setting, text, advice);
        }
        else if (Array.Find(Ranges, range => ReferenceEquals(range.Option, setting.Option)) is { Option: not null } range)
        {
            CheckRange(setting, text, range, advice);
        }
    }

    private static void CheckRestart(OptionSetting setting, string text, IAdviceTarget advice)
    {
        if (RestartPolicy.TryParse(text, out var policy, out _) && Refusal(policy) is { } reason)
        {
            advice.Add(ProblemRules.RefusedByEngine, setting, $"the engine refuses restart: {text}, because {reason}");
        }
    }

    private static string? Refusal(RestartPolicy policy)
    {
        var name = policy.Name;
        return name is not ("" or "no" or "always" or "unless-stopped" or "on-failure")
            ? $"'{name}' is no policy: write {NodeText.OneOf(["no", "always", "unless-stopped", "on-failure"])}"
            : name == "on-failure" || policy.MaximumRetryCount == 0 ? null : $"only on-failure counts its attempts: write {name}";
    }

    private static void CheckAddress(OptionSetting setting, string text, IAdviceTarget advice)
    {
        var wantsSix = ReferenceEquals(setting.Option, DockerOptions.Ip6);
        if (!IpAddressValue.TryParse(text, out _, out _) || wantsSix != text.IndexOf(':') >= 0)
        {
            advice.Add(
                ProblemRules.RefusedByEngine,
                setting,
                $"the engine refuses {setting.Name}: {NodeText.Shorten(text)}, because it is not an IPv{(wantsSix ? 6 : 4)} address: write for example {setting.Option.Example}");
        }
    }

    // Zero is "not set" for every one of them, and a negative quota is no limit.
    private static void CheckRange(OptionSetting setting, string text, (DockerOption Option, long Least, long Most, string Unit) range, IAdviceTarget advice)
    {
        if (!IntegerValue.TryParse(text, out var number, out _) || number.Value == 0 || (range.Most == long.MaxValue && number.Value < 0))
        {
            return;
        }

        if (number.Value < range.Least || number.Value > range.Most)
        {
            var bounds = range.Most == long.MaxValue ? $"at least {range.Least}" : $"{range.Least} to {range.Most}";
            advice.Add(ProblemRules.RefusedByEngine, setting, $"the engine refuses {setting.Name}: {text}: write {bounds}{range.Unit}");
        }
    }
}
