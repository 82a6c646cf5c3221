namespace LaunchSdk.Cli.Tool;

/// <summary>A part of a command's help below its options.</summary>
/// <param name="Title">Its heading, without a colon.</param>
/// <param name="Rows">Its rows; a row without a term is a sentence.</param>
internal sealed record HelpSection(string Title, IReadOnlyList<HelpRow> Rows)
{
    /// <summary>A section of sentences.</summary>
    /// <param name="title">Its heading, without a colon.</param>
    /// <param name="sentences">The sentences, each a line of the help.</param>
    /// <returns>The section.</returns>
    public static HelpSection Of(string title, params IEnumerable<string> sentences) =>
        new(title, [.. sentences.Select(static sentence => new HelpRow("", sentence))]);

    /// <summary>The section as the help prints it, with the line end of its last line.</summary>
    public override string ToString()
    {
        var width = Rows.Max(static row => row.Term.Length);
        return $"{Title}:\n" + string.Concat(Rows.Select(row => $"  {Term(row, width)}{row.Meaning}".TrimEnd() + "\n"));
    }

    private static string Term(HelpRow row, int width) => width == 0 ? "" : row.Term.PadRight(width + 2);
}
