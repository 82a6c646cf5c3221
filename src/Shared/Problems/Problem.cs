namespace LaunchSdk.Problems;

/// <summary>A broken rule at a place.</summary>
/// <remarks>
/// Whatever a file has in it, <see cref="Message"/> and <see cref="ToString"/> are one line of visible characters: others are written
/// as escapes such as <c>\u001b</c>,
/// and values of options that may hold a secret as <c>***</c>. The path of a <see cref="FileLocation"/> is as it was given.
/// </remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where: in a file, in code, or in what was asked for.</param>
/// <param name="Message">The value, the rule and the way out, in one sentence.</param>
/// <param name="Edit">A change of the file that fixes it; null where there is none.</param>
public sealed record Problem(ProblemRule Rule, ProblemLocation Location, string Message, ConfigEdit? Edit = null)
{
    /// <summary>The value, the rule and the way out, in one sentence and one line.</summary>
    public string Message { get; init; } = LongText.Cut(PrintableText.Line(Message), LongText.LongestMessage);

    /// <summary>A way out that a tool phrases in its own words; null for none.</summary>
    public ProblemHint? Hint { get; init; }

    /// <summary>The place in a file; null where the problem is in none.</summary>
    public FileLocation? File => Location as FileLocation;

    /// <summary>Severity of the rule.</summary>
    public ProblemSeverity Severity => Rule.Severity;

    /// <summary>
    /// The line that compilers print: <c>path(line,col): error LSDK0003: message</c>, and <c>memory: error LSDK0005: message</c> without a
    /// file.
    /// </summary>
    /// <returns>The line.</returns>
    public override string ToString() => PrintableText.Line($"{Location}: {Word(Severity)} {Rule.Id}: {Sentence()}");

    // A sentence that begins with the place need not say it twice.
    private string Sentence()
    {
        var place = $"{Location}: ";
        return File is null && Message.StartsWith(place, StringComparison.Ordinal) ? Message.Substring(place.Length) : Message;
    }

    private static string Word(ProblemSeverity severity) =>
        severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "info",
        };
}
