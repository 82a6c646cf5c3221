namespace LaunchSdk.Values;

/// <summary>Finds macros (<c>${name}</c>) and template variables (<c>{{name}}</c>) in a text.</summary>
/// <remarks>
/// A name is a letter or underscore, then letters, digits, <c>_</c> and <c>-</c>; white space is allowed inside <c>{{ }}</c>.
/// So a Go template such as <c>{{.Name}}</c> in a log option is plain text, as is <c>$HOME</c>.
/// </remarks>
internal static class TemplateText
{
    /// <summary>Whether the text holds at least one macro or template variable.</summary>
    public static bool IsTemplate(string text) => text.IndexOf('{') >= 0 && TryFind(text, 0, out _);

    /// <summary>The first macro or template variable at or behind <paramref name="from"/>.</summary>
    public static bool TryFind(string text, int from, out TemplateHole hole)
    {
        for (var i = from; i + 3 < text.Length; i++)
        {
            if (text[i] == '$' && text[i + 1] == '{' && TryReadName(text, i + 2, out var end) && end < text.Length && text[end] == '}')
            {
                hole = new TemplateHole(isMacro: true, i, end + 1, text.Substring(i + 2, end - i - 2));
                return true;
            }

            if (text[i] == '{' && text[i + 1] == '{')
            {
                var start = SkipSpaces(text, i + 2);
                if (TryReadName(text, start, out end))
                {
                    var close = SkipSpaces(text, end);
                    if (close + 1 < text.Length && text[close] == '}' && text[close + 1] == '}')
                    {
                        hole = new TemplateHole(isMacro: false, i, close + 2, text.Substring(start, end - start));
                        return true;
                    }
                }
            }
        }

        hole = default;
        return false;
    }

    private static int SkipSpaces(string text, int index)
    {
        while (index < text.Length && text[index] == ' ')
        {
            index++;
        }

        return index;
    }

    private static bool TryReadName(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && (IsNameStart(text[end]) || (end > start && (text[end] is >= '0' and <= '9' or '-'))))
        {
            end++;
        }

        return end > start;
    }

    private static bool IsNameStart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';
}
