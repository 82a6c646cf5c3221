namespace LaunchSdk.Cli.Output;

/// <summary>Text of other people on a line of a terminal: a job's name may hold what moves the cursor or ends the line.</summary>
internal static class PrintableText
{
    /// <summary>The first line, with a question mark in place of each control character.</summary>
    public static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        return line.Any(char.IsControl) ? string.Concat(line.Select(static character => char.IsControl(character) ? '?' : character)) : line;
    }
}
