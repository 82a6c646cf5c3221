namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0010: a plain YAML scalar that readers understand differently.</summary>
internal static class AmbiguousScalar
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0010", "A plain YAML value can be read in two ways", hasFix: true);

    /// <summary>A value of an option.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="reading">What some readers make of it.</param>
    public static Violation Value(string text, string reading) =>
        Rule.Says($"{text} without quotes is {reading} for some YAML readers: write \"{text}\"");

    /// <summary>A value of a key that takes text.</summary>
    public static Violation Text(string written, string reading) =>
        Rule.Says($"{written} without quotes is {reading}, and text belongs here: write \"{written}\"");

    /// <summary>A key without a value where text belongs.</summary>
    public static Violation Empty(string name) => Rule.Says($"'{name}' has no value, and text belongs here: write it, or remove the key");
}
