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
            else if (c is '"' or '\'' && StartsNode(start, i))
            {
                _quote = c;
            }
        }
    }

    // At the start of a line or entry, after a bracket, an indicator, an anchor or a tag; elsewhere a quote is a character of a plain text.
    private bool StartsNode(int start, int quote)
    {
        var last = quote - 1;
        while (last >= start && text[last] is ' ' or '\t')
        {
            last--;
        }

        if (last < start || text[last] is '[' or '{' or ',' || (text[last] is ':' or '-' or '?' && last < quote - 1))
        {
            return true;
        }

        var word = last;
        while (word > start && text[word - 1] is not (' ' or '\t'))
        {
            word--;
        }

        return text[word] is '&' or '!' && last < quote - 1;
    }
}
