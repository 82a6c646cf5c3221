namespace LaunchSdk.Documents;

/// <summary>Lines of a text, whichever line end it has.</summary>
internal static class TextLines
{
    /// <summary>Where the line of an offset starts.</summary>
    public static int Start(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>Where the line of an offset ends, before its line break.</summary>
    public static int End(string text, int offset)
    {
        while (offset < text.Length && text[offset] is not ('\n' or '\r'))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>
    /// Behind the line break of an offset's line; an offset right behind a line break, where a block scalar ends, is such a place itself.
    /// </summary>
    public static int Next(string text, int offset)
    {
        if (offset > 0 && text[offset - 1] is '\n')
        {
            return offset;
        }

        offset = End(text, offset);
        offset += offset < text.Length && text[offset] == '\r' ? 1 : 0;
        return offset < text.Length && text[offset] == '\n' ? offset + 1 : offset;
    }

    /// <summary>Whether only spaces and tabs stand from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public static bool IsBlank(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start == end;
    }

    /// <summary>The line break that the text uses: its first one, <c>\n</c> where it has none.</summary>
    public static string Break(string text)
    {
        var end = End(text, 0);
        if (end == text.Length || text[end] == '\n')
        {
            return "\n";
        }

        return end + 1 < text.Length && text[end + 1] == '\n' ? "\r\n" : "\r";
    }
}
