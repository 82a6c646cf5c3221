using LaunchSdk.Options;
using LaunchSdk.Settings;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A limit for each type, device or key that a repeatable option names.</summary>
/// <param name="option">The option.</param>
/// <param name="read">What one value says; null where it limits nothing.</param>
internal sealed class EachRule(DockerOption option, Func<string, (string Key, Limit Limit)?> read) : CeilingRule(option)
{
    /// <summary>An option whose value holds where the queue names no key; null for none.</summary>
    public WholeRule? Fallback { get; init; }

    public override IEnumerable<(string Key, Limit Limit)> Read(OptionSettings settings)
    {
        foreach (var text in settings.AllTexts(Options[0]))
        {
            if (read(text) is { } limit)
            {
                yield return limit;
            }
        }
    }

    public override Limit? FindFallback(OptionSettings queue) => Fallback?.Read(queue).Select(static limit => limit.Limit).FirstOrDefault();

    public override string KeyOf(string text) => read(text)?.Key ?? "";
}
