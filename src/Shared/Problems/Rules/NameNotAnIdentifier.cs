namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0301: a name that no C# member can have.</summary>
internal static class NameNotAnIdentifier
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0301", "A name cannot become a C# member", needsProject: true);

    /// <summary>A name that makes no identifier.</summary>
    public static Violation Of(string name, string memberClass) =>
        Rule.Says(
            $"'{name}' cannot become a member of {memberClass}: begin the name with a letter, and use none that {memberClass} has itself"
        );
}
