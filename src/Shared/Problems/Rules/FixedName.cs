namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0201: a fixed container name, which two jobs cannot have at the same time.</summary>
internal static class FixedName
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Information("LSDK0201", "A fixed name lets one job run at a time");

    /// <summary>A name without a macro or template variable.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meant">A name that differs from job to job.</param>
    public static Violation Of(string? name, string meant) =>
        Rule.Says($"the name '{name}' lets one job run at a time, because no two containers share a name: write {meant}");
}
