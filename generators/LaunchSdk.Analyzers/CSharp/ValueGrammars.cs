using LaunchSdk.Values;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>The grammar that a value type's <c>Parse</c> has, where no option narrows it.</summary>
internal static class ValueGrammars
{
    /// <summary>Types that are not named as their grammar.</summary>
    private static readonly Dictionary<string, Grammar> Renamed = new(StringComparer.Ordinal)
    {
        [nameof(IntegerValue)] = Grammar.Integer,
        [nameof(UnsignedIntegerValue)] = Grammar.UnsignedInteger,
        [nameof(CpuCount)] = Grammar.Cpus,
        [nameof(DockerDuration)] = Grammar.Duration,
        [nameof(ContainerLabel)] = Grammar.Label,
        [nameof(IpAddressValue)] = Grammar.IpAddress,
        [nameof(ContainerPlatform)] = Grammar.Platform,
        [nameof(TextValue)] = Grammar.Text,
    };

    /// <summary>The grammar of the type of that name; null for a type without one.</summary>
    public static Grammar? Find(string type) =>
        Renamed.TryGetValue(type, out var grammar) || Enum.TryParse(type, out grammar) ? grammar : null;
}
