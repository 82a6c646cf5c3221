namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0013: a value that a template variable's schema refuses, or a schema that contradicts itself.</summary>
internal static class InvalidVariable
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0013", "A template variable is not valid");

    /// <summary>A value that is none of the variable's.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The variable.</param>
    /// <param name="wayOut">What to write instead.</param>
    public static Violation Value(string value, string name, MessageText wayOut) =>
        Rule.Says($"'{value}' is not a value of {name}: {wayOut}");

    /// <summary>Bounds of a text.</summary>
    public static Violation BoundsOfText(string name) =>
        Rule.Says($"{name} is text, and text has no minimum or maximum: remove it, or make the type integer or number");

    /// <summary>A minimum above the maximum.</summary>
    public static Violation EmptyRange(string name, string minimum, string maximum) =>
        Rule.Says($"{name} has no values: its minimum {minimum} is above its maximum {maximum}");

    /// <summary>An allowed value that the type or the bounds refuse.</summary>
    public static Violation Stranger(string value, string name, MessageText wayOut) =>
        Rule.Says($"'{value}' can never be a value of {name}: {wayOut}");

    /// <summary>A default that is none of the values.</summary>
    public static Violation Default(string name, MessageText wayOut) =>
        Rule.Says($"the default of {name} is not one of its values: {wayOut}");

    /// <summary>The way out for a value that is no number of its type.</summary>
    public static MessageText WriteNumber(bool isWhole) => isWhole ? $"write a whole number" : $"write a number";

    /// <summary>The way out for a number outside its bounds, which are texts; null for no bound.</summary>
    public static MessageText WriteNumber(string? minimum, string? maximum) =>
        (minimum, maximum) switch
        {
            ({ } from, { } to) => $"write a number from {from} up to {to}",
            ({ } from, null) => $"write a number from {from}",
            _ => $"write a number up to {maximum}",
        };

    /// <summary>The way out for a value outside a closed set.</summary>
    public static MessageText WriteOneOf(IReadOnlyList<string> allowed) => $"write {Phrases.OneOf(allowed)}";
}
