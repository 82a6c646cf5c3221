namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0207: a queue that an agent takes jobs from and the project does not define.</summary>
internal static class UndefinedQueue
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } =
        ProblemRule.Warning("LSDK0207", "The project does not define a queue of its agent", hasFix: true, needsProject: true);

    /// <summary>A name that no queue file has.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meant">The queue that is spelt nearly so; null where there is none or there are several.</param>
    public static Violation Of(string name, string? meant) =>
        meant is null
            ? Rule.Says($"no queue file of this project defines '{Phrases.Shorten(name)}': add its file, or remove it here")
            : Rule.Says($"no queue file of this project defines '{Phrases.Shorten(name)}': did you mean '{meant}'?");
}
