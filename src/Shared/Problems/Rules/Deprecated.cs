namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0103: a key that still works and has a successor.</summary>
internal static class Deprecated
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0103", "The key has a successor", hasFix: true);

    /// <summary>A key with another name today.</summary>
    public static Violation Of(string key, string successor) => Rule.Says($"'{key}' still works and is now called '{successor}': use that");
}
