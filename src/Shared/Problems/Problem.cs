namespace LaunchSdk.Problems;

/// <summary>A broken rule at a place in a file.</summary>
/// <remarks>
/// Whatever the file holds, <see cref="Message"/> and <see cref="ToString"/> are one line of visible characters: others are written
/// as escapes such as <c>\u001b</c>,
/// and values of options that may hold a secret as <c>***</c>. <see cref="Path"/> is as it was given.
/// </remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The file as the caller named it; <c>-</c> for standard input.</param>
/// <param name="Range">Where in the text.</param>
/// <param name="Start">The range's start as line and column.</param>
/// <param name="End">The range's end (exclusive) as line and column.</param>
/// <param name="Message">The value, the rule and the way out, in one sentence.</param>
/// <param name="Edit">A change that mends it, where a machine can.</param>
public sealed record Problem(
    ProblemRule Rule,
    string Path,
    TextRange Range,
    TextPosition Start,
    TextPosition End,
    string Message,
    ConfigEdit? Edit = null
)
{
    /// <summary>The value, the rule and the way out, in one sentence and one line.</summary>
    public string Message { get; init; } = LongText.Cut(PrintableText.Line(Message), LongText.LongestMessage);

    /// <summary>Severity of the rule.</summary>
    public ProblemSeverity Severity => Rule.Severity;

    /// <summary>The line that compilers print: <c>path(line,col): error LSDK0003: message</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => PrintableText.Line($"{Path}({Start}): {Word(Severity)} {Rule.Id}: {Message}");

    private static string Word(ProblemSeverity severity) =>
        severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "info",
        };
}
