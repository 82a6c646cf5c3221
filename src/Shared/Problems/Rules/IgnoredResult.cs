namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0401: C# code that makes a changed copy of an immutable value and drops it.</summary>
internal static class IgnoredResult
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0401", "The result of a With call is ignored");

    /// <summary>A call as a statement.</summary>
    public static Violation Of(string type, string method) =>
        Rule.Says($"{type} never changes: {method} gives a new value, and nothing takes it; assign the result");
}
