namespace LaunchSdk.Problems;

/// <summary>A change of a configuration text that mends a problem.</summary>
/// <param name="Title">What the change does, for a person: <c>Change 'memroy' to 'memory'</c>.</param>
/// <param name="Range">What is replaced; an empty range inserts.</param>
/// <param name="NewText">The text to put there, quoted as the place needs it.</param>
public sealed record ConfigEdit(string Title, TextRange Range, string NewText)
{
    /// <summary>What the change does, in one line.</summary>
    public string Title { get; init; } = LongText.Cut(PrintableText.Line(Title), LongText.LongestValue);
}
