namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0102: one option under two of its names.</summary>
internal static class RepeatedOption
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0102", "An option is given under two names");

    /// <summary>Two names of one option.</summary>
    public static Violation Of(string name, string earlier) =>
        Rule.Says($"'{name}' and '{earlier}' are one option, and docker uses the last: keep one of them");
}
