namespace LaunchSdk.Values;

/// <summary>
/// Walks over the lines of a text as Go's CSV reader sees them: without <c>\r</c> before the line break, or before the end of the text.
/// </summary>
internal sealed class CsvLine(string text)
{
    private int _next;

    /// <summary>Offset of the line's first character.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the line's last character.</summary>
    public int End { get; private set; }

    /// <summary>Whether a line break follows; it counts as <c>\n</c>.</summary>
    public bool HasBreak { get; private set; }

    /// <summary>Goes to the next line; false behind the last.</summary>
    public bool MoveNext()
    {
        Start = _next;
        if (_next == text.Length)
        {
            End = _next;
            HasBreak = false;
            return false;
        }

        var newLine = text.IndexOf('\n', _next);
        HasBreak = newLine >= 0;
        End = HasBreak ? newLine : text.Length;
        _next = HasBreak ? newLine + 1 : text.Length;
        if (End > Start && text[End - 1] == '\r')
        {
            End--;
        }

        return true;
    }
}
