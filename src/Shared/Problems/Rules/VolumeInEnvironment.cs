namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0202: a value of <c>env</c> that looks like a volume.</summary>
internal static class VolumeInEnvironment
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0202", "An environment variable looks like a volume", hasFix: true);

    /// <summary>A path, a colon and a path as a variable.</summary>
    /// <param name="value">The value.</param>
    /// <param name="option">The option's name as written.</param>
    /// <param name="meant">The option that takes volumes.</param>
    public static Violation Of(string value, string option, string meant) =>
        Rule.Says($"'{Phrases.Shorten(value)}' looks like a volume, and '{option}' takes NAME=VALUE: give it to '{meant}'");
}
