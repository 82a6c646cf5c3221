namespace LaunchSdk.Documents;

/// <summary>Writes a text as a plain scalar if every reader takes it for that text, else in double quotes.</summary>
internal static class YamlText
{
    public static string Format(string text) => IsPlain(text) ? text : JsonText.Quote(text);

    /// <summary>
    /// The text in the quotes that <paramref name="written"/> is; where it is none, in double ones unless only those need escapes.
    /// </summary>
    public static string Quote(string text, char written)
    {
        var quoted = JsonText.Quote(text);
        var escapes = quoted.Length - 2 - text.Length;
        var canBeSingle = escapes == text.Count(static c => c is '"' or '\\');
        return canBeSingle && (written == '\'' || (written != '"' && escapes > 0)) ? "'" + text.Replace("'", "''") + "'" : quoted;
    }

    public static bool IsPlain(string text)
    {
        if (text.Length == 0 || !CanStart(text[0]) || text[text.Length - 1] is ' ' or ':')
        {
            return false;
        }

        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            // An inner '*' or '&' is plain text by YAML, but YamlDotNet reads 'a *b: c' as one text.
            if (c is < ' ' or >= '\u007F' or '*' or '&' || (c == ' ' && text[i - 1] == ':') || (c == '#' && text[i - 1] == ' '))
            {
                return false;
            }
        }

        return !text.StartsWith("...", StringComparison.Ordinal)
            && YamlScalars.Resolve(text) == ConfigNodeKind.String
            && !Yaml11Scalars.IsNotText(text);
    }

    private static bool CanStart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '.' or '_' or '$' or '+' or '(';
}
