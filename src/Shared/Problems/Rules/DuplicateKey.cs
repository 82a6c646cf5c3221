namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0002: a mapping has a key twice.</summary>
internal static class DuplicateKey
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0002", "Duplicate key", hasFix: true);

    /// <summary>The later one of two equal keys.</summary>
    /// <param name="key">The key, shortened.</param>
    /// <param name="firstLine">Line of the first one.</param>
    public static Violation InMapping(string key, int firstLine) =>
        Rule.Says($"'{key}' appears twice in this mapping, first on line {firstLine}: remove one of the two");
}
