namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0302: two files whose C# members would have the same name.</summary>
internal static class NameClash
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } =
        ProblemRule.Warning("LSDK0302", "Two files would become the same C# member", needsProject: true);

    /// <summary>A member that another file has already.</summary>
    public static Violation Of(string name, string memberClass, string member, string otherFile) =>
        Rule.Says($"'{name}' would become {memberClass}.{member}, and so would {otherFile}: rename one of them");
}
