namespace LaunchSdk.Documents;

/// <summary>Follows quoted texts from line to line, for lines that are looked at before the parser sees them.</summary>
internal sealed class YamlQuotes(string text)
{
    private char _quote;

    /// <summary>Whether the lines so far end inside a quoted text.</summary>
    public bool IsOpen => _quote != '\0';

    /// <summary>Reads a line or the rest of one.</summary>
    public void Read(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (IsOpen)
            {
                var isEscape = (c == '\\' && _quote == '"') || (c == '\'' && _quote == '\'' && i + 1 < end && text[i + 1] == '\'');
                _quote = c == _quote && !isEscape ? '\0' : _quote;
                i += isEscape ? 1 : 0;
            }
            else if (c == '#' && (i == start || text[i - 1] is ' ' or '\t'))
            {
                return;
            }
            else if (c is '"' or '\'' && StartsNode(text, start, i))
            {
                _quote = c;
            }
        }
    }

    /// <summary>
    /// Whether a value can start at an offset of a line: first on it, in its entry, or after a bracket, an indicator, an anchor or a tag.
    /// Elsewhere a quote or '|' is a character of a plain text.
    /// </summary>
    public static bool StartsNode(string text, int start, int offset)
    {
        var last = offset - 1;
        while (last >= start && text[last] is ' ' or '\t')
        {
            last--;
        }

        if (last < start || text[last] is '[' or '{' or ',' || (text[last] is ':' or '-' or '?' && last < offset - 1))
        {
            return true;
        }

        var word = last;
        while (word > start && text[word - 1] is not (' ' or '\t'))
        {
            word--;
        }

        return text[word] is '&' or '!' && last < offset - 1;
    }
}
