namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0007: a number or length outside its range.</summary>
internal static class OutOfRange
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0007", "The value is out of range");

    /// <summary>A list with too few items.</summary>
    public static Violation TooFewItems(string name, int least) => Rule.Says($"'{name}' needs at least {least} item(s)");

    /// <summary>A text that is too short or too long.</summary>
    /// <param name="name">The key.</param>
    /// <param name="length">Its characters.</param>
    /// <param name="least">Fewest characters allowed.</param>
    /// <param name="most">Most characters allowed; null for no bound.</param>
    public static Violation Length(string name, int length, int least, int? most) =>
        most is { } bound
            ? Rule.Says($"'{name}' has {length} characters: write {least} to {bound}")
            : Rule.Says($"'{name}' has {length} characters: write at least {least}");

    /// <summary>A number that is not finite, or too large for any reader.</summary>
    public static Violation NotFinite(string name, string text) => Rule.Says($"'{name}' is {text}: write a finite decimal number");

    /// <summary>A number outside its bounds.</summary>
    /// <param name="name">The key.</param>
    /// <param name="text">The number as written.</param>
    /// <param name="least">The least allowed; null for no bound.</param>
    /// <param name="most">The most allowed; null for no bound.</param>
    public static Violation Number(string name, string text, double? least, double? most) =>
        (least, most) switch
        {
            ({ } from, { } to) => Rule.Says($"'{name}' is {text}: write at least {from} and at most {to}"),
            ({ } from, null) => Rule.Says($"'{name}' is {text}: write at least {from}"),
            _ => Rule.Says($"'{name}' is {text}: write at most {most}"),
        };

    /// <summary>A free-form part of a job that is too large.</summary>
    public static Violation JobPart(string name, int length, int most) =>
        Rule.Says(
            $"'{name}' has {length} characters, and a job may have {most} there: put large values into a file or an artifact, and name that"
        );

    /// <summary>A value of a job that is too long.</summary>
    public static Violation JobValue(string name, int length, int most) =>
        Rule.Says($"'{name}' has {length} characters, and a job may have {most} there: write it shorter");
}
