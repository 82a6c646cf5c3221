namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0006: a value outside a closed set.</summary>
internal static class NotAllowed
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0006", "The value is not one of the allowed values", hasFix: true);

    /// <summary>A text that is none of the allowed ones.</summary>
    public static Violation Text(string text, string name, IReadOnlyList<string> allowed) =>
        Rule.Says($"'{Phrases.Shorten(text)}' is not a {name}: write {Phrases.OneOf(allowed)}");

    /// <summary>Something that is no text, where one of some texts belongs.</summary>
    public static Violation Other(MessageText found, string name, IReadOnlyList<string> allowed) =>
        Rule.Says($"{found} is not a {name}: write {Phrases.OneOf(allowed)}");
}
