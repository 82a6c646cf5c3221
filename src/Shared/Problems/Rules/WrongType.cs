namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0004: a list where one value belongs, text for a flag, and the like.</summary>
internal static class WrongType
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0004", "The value has the wrong type", hasFix: true);

    /// <summary>A queue that is no mapping.</summary>
    public static Violation NoOptions(MessageText found) =>
        Rule.Says($"a queue's configuration is a mapping of docker run options, not {found}");

    /// <summary>Something else where a mapping with known keys belongs.</summary>
    public static Violation NoMapping(string name, string keys, MessageText found) =>
        Rule.Says($"'{name}' is a mapping ({keys}), not {found}");

    /// <summary>Something else where a mapping by name belongs.</summary>
    public static Violation NoMap(string name, MessageText found) => Rule.Says($"'{name}' is a mapping, not {found}");

    /// <summary>Something else where a list belongs.</summary>
    /// <param name="name">The key.</param>
    /// <param name="found">What is there.</param>
    /// <param name="item">What the list would have in it.</param>
    public static Violation NoList(string name, MessageText found, string item) =>
        Rule.Says($"'{name}' is a list, not {found}: write [{item}]");

    /// <summary>A value of another kind than the schema has.</summary>
    /// <param name="name">The key.</param>
    /// <param name="kinds">The kinds that it takes, in words.</param>
    /// <param name="found">What is there.</param>
    public static Violation OtherKind(string name, string kinds, MessageText found) => Rule.Says($"'{name}' is {kinds}, not {found}");

    /// <summary><c>true</c> or <c>false</c> in quotes for a flag.</summary>
    public static Violation QuotedFlag(string name, string value) =>
        Rule.Says($"'{name}' is a flag, and docker takes no text for a flag: write {value} without quotes");

    /// <summary>Anything else for a flag.</summary>
    public static Violation NoFlag(string name, MessageText found) => Rule.Says($"'{name}' is a flag: write true or false, not {found}");

    /// <summary>A list for an option of one value.</summary>
    public static Violation ListForOne(string name, MessageText example) =>
        Rule.Says($"'{name}' takes one value (docker would use the last of a list): write {example}");

    /// <summary>A flag's value for an option that has a value.</summary>
    public static Violation FlagForValue(string name, MessageText example, string flag) =>
        Rule.Says($"'{name}' takes a value and is not a flag: write {example}{InQuotes(flag)}");

    /// <summary>A mapping for a list of texts.</summary>
    public static Violation MappingForList(string name, MessageText example) =>
        Rule.Says($"'{name}' takes text or a list of texts, not a mapping: write one item each, such as {example}");

    /// <summary>Anything else for an option with a value.</summary>
    /// <param name="name">The option as it was written.</param>
    /// <param name="takesList">Whether it may be repeated.</param>
    /// <param name="found">What is there.</param>
    /// <param name="example">The option with a value that works.</param>
    public static Violation NoValue(string name, bool takesList, MessageText found, MessageText example) =>
        takesList
            ? Rule.Says($"'{name}' takes a value or a list, not {found}: write {example}")
            : Rule.Says($"'{name}' takes one value, not {found}: write {example}");

    /// <summary>An item of a list that is no text.</summary>
    public static Violation NoTextItem(string name, MessageText found) =>
        Rule.Says($"an item of '{name}' is text or a number, not {found}");

    /// <summary>A flag's value as an item of a list.</summary>
    public static Violation FlagAsItem(string name, string flag) =>
        Rule.Says($"an item of '{name}' is text or a number, not {flag}{InQuotes(flag)}");

    private static MessageText InQuotes(string flag) => $", or \"{flag}\" in quotes if that word is meant";
}
