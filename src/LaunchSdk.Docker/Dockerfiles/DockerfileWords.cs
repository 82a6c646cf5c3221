using System.Text;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Splits arguments into words, with quotes and escapes as a shell has them.</summary>
internal static class DockerfileWords
{
    /// <summary>The words as they are written, quotes included.</summary>
    public static IEnumerable<string> Split(string text, char escape)
    {
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfWord(text, at, escape);
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>Takes the words with two dashes from the beginning.</summary>
    public static (IReadOnlyList<string> Flags, string Arguments) TakeFlags(string text, char escape)
    {
        var flags = new List<string>();
        while (text.StartsWith("--", StringComparison.Ordinal))
        {
            var end = EndOfWord(text, 0, escape);
            if (end == 2)
            {
                return (flags, text[2..].TrimStart());
            }

            flags.Add(Unquote(text[..end]));
            text = text[end..].TrimStart();
        }

        return (flags, text);
    }

    /// <summary>A word without its quotes.</summary>
    public static string Unquote(string word)
    {
        var text = new StringBuilder();
        var quote = '\0';
        foreach (var c in word)
        {
            if (c is '"' or '\'' && (quote == '\0' || quote == c))
            {
                quote = quote == '\0' ? c : '\0';
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static int EndOfWord(string text, int start, char escape)
    {
        var quote = '\0';
        var at = start;
        for (; at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])); at++)
        {
            if (text[at] == escape && quote != '\'' && at + 1 < text.Length)
            {
                at++;
            }
            else if (text[at] is '"' or '\'' && (quote == '\0' || quote == text[at]))
            {
                quote = quote == '\0' ? text[at] : '\0';
            }
        }

        return at;
    }
}
