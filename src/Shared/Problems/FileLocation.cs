namespace LaunchSdk.Problems;

/// <summary>A place in a file.</summary>
/// <param name="Path">The file as the caller named it; <c>-</c> for standard input.</param>
/// <param name="Range">Where in the text.</param>
/// <param name="Start">The range's start as line and column.</param>
/// <param name="End">The range's end (exclusive) as line and column.</param>
public sealed record FileLocation(string Path, TextRange Range, TextPosition Start, TextPosition End) : ProblemLocation
{
    /// <summary><c>path(line,column)</c>, as compilers print it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Path}({Start})";
}
