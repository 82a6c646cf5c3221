namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0208: a fixed container name in a queue whose agent runs several jobs at a time.</summary>
internal static class FixedNameOfManyJobs
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } =
        ProblemRule.Warning("LSDK0208", "A fixed container name in a queue with several jobs at a time", needsProject: true);

    /// <summary>A fixed name under an agent of several jobs.</summary>
    /// <param name="maxJobs">The agent's <c>max_jobs</c> as written.</param>
    /// <param name="name">The name.</param>
    /// <param name="meant">A name that differs from job to job.</param>
    public static Violation Of(string maxJobs, string? name, string meant) =>
        Rule.Says($"the agent of this queue has max_jobs: {maxJobs}, and no two containers share the name '{name}': write {meant}");
}
