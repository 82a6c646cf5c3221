namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0014: a file too large, nested too deep, with too many problems, or with aliases that explode.</summary>
internal static class LimitExceeded
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0014", "The file exceeds a limit");

    /// <summary>A file that is too large.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="most">The limit, which is 4 MiB.</param>
    public static Violation Size(int size, string unit, int most) =>
        Rule.Says($"the file has {size} {unit}, a configuration at most {most} (4 MiB): is this the right file?");

    /// <summary>Lists and mappings in each other.</summary>
    public static Violation Depth(int most) =>
        Rule.Says($"lists and mappings are nested more than {most} deep here: make the file flatter");

    /// <summary>More problems than anybody reads.</summary>
    public static Violation Problems(int most) =>
        Rule.Says($"the file has more than {most} problems: fix the first ones, the rest is not read");

    /// <summary>An alias inside its own anchor.</summary>
    public static Violation AliasInItself(string alias) =>
        Rule.Says($"the alias '*{alias}' is inside its own anchor: the value would have no end, so write it out");

    /// <summary>Aliases that add too many values.</summary>
    public static Violation AliasNodes(string alias, int most) =>
        Rule.Says($"with the alias '*{alias}' the aliases add more than {most} values: write out what is needed");

    /// <summary>An alias that nests too deep.</summary>
    public static Violation AliasDepth(string alias, int most) =>
        Rule.Says($"with the alias '*{alias}' lists and mappings are nested more than {most} deep: make the file flatter");
}
