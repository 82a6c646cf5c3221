using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>Why a text is not a value of its grammar.</summary>
/// <param name="Message">The value, the rule and the way out, in one sentence.</param>
/// <param name="Range">The offending part of the text; the whole text where no part stands out.</param>
/// <param name="Suggestion">The whole text as it was probably meant, when that is clear.</param>
public sealed record GrammarError(string Message, TextRange Range, string? Suggestion = null)
{
    internal GrammarError(MessageText sentence, TextRange range, string? suggestion = null)
        : this(sentence.ToString(), range, suggestion) => Sentence = sentence;

    /// <summary>The value, the rule and the way out, in one sentence and one line.</summary>
    public string Message { get; init; } = LongText.Cut(PrintableText.Line(Message), LongText.LongestMessage);

    /// <summary>The message, of which it is known what in it comes from outside.</summary>
    internal MessageText Sentence
    {
        get => field ?? Message;
        private init;
    }

    internal static GrammarError Whole(string text, MessageText sentence, string? suggestion = null) =>
        new(sentence, new TextRange(0, text.Length), suggestion);

    /// <summary>An error about the whole of <paramref name="text"/>.</summary>
    /// <param name="text">The text that is refused.</param>
    /// <param name="message">The value, the rule and the way out, in one sentence.</param>
    /// <param name="suggestion">The text as it was probably meant; null when that is not clear.</param>
    /// <returns>The error.</returns>
    public static GrammarError Whole(string text, string message, string? suggestion = null) =>
        new(message, new TextRange(0, text.Length), suggestion);

    /// <summary>
    /// The same error where the text that was read is a part of <paramref name="text"/>, such as all of it but the blanks around it.
    /// </summary>
    internal GrammarError Within(string text, string part) =>
        text.Length == part.Length
            ? this
            : this with
            {
                Range = new TextRange(Range.Start + Math.Max(text.IndexOf(part, StringComparison.Ordinal), 0), Range.Length),
            };
}
