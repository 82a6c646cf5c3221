namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0205: an option or a notation that W&amp;B's own agent refuses.</summary>
internal static class RefusedByReferenceAgent
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Information("LSDK0205", "W&B's own agent refuses it");

    /// <summary>A tab that separates, in YAML.</summary>
    public static Violation Tab =>
        Rule.Says($"a tab separates here: YAML 1.2 allows it, but PyYAML, with which W&B reads, refuses tabs: write a space");

    /// <summary>An option that is not on that agent's list.</summary>
    public static Violation Option(string name) =>
        Rule.Says($"W&B's own agent refuses '{name}' since wandb 0.28.1: run the queue with LaunchSdk's agent, or leave the option out");
}
