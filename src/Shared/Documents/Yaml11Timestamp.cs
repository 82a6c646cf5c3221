namespace LaunchSdk.Documents;

/// <summary>The timestamps of YAML 1.1: <c>2024-01-01</c>, <c>2024-1-1 12:30:00.5 +02:00</c>.</summary>
internal static class Yaml11Timestamp
{
    public static bool IsTimestamp(string text)
    {
        if (text.Length == 10 && Matches(text, "0000-00-00"))
        {
            return true;
        }

        var i = 0;
        return Digits(text, ref i, 4, 4)
            && Skip(text, ref i, '-')
            && Digits(text, ref i, 1, 2)
            && Skip(text, ref i, '-')
            && Digits(text, ref i, 1, 2)
            && Separator(text, ref i)
            && Digits(text, ref i, 1, 2)
            && Skip(text, ref i, ':')
            && Digits(text, ref i, 2, 2)
            && Skip(text, ref i, ':')
            && Digits(text, ref i, 2, 2)
            && Fraction(text, ref i)
            && Zone(text, i);
    }

    private static bool Matches(string text, string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '0' ? text[i] is not (>= '0' and <= '9') : text[i] != pattern[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Digits(string text, ref int i, int least, int most)
    {
        var start = i;
        while (i < text.Length && i - start < most && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start >= least;
    }

    private static bool Skip(string text, ref int i, char c)
    {
        if (i >= text.Length || text[i] != c)
        {
            return false;
        }

        i++;
        return true;
    }

    private static bool Separator(string text, ref int i)
    {
        if (i < text.Length && text[i] is 'T' or 't')
        {
            i++;
            return true;
        }

        var start = i;
        Spaces(text, ref i);
        return i > start;
    }

    private static bool Fraction(string text, ref int i)
    {
        if (Skip(text, ref i, '.'))
        {
            Digits(text, ref i, 0, int.MaxValue);
        }

        return true;
    }

    private static bool Zone(string text, int i)
    {
        if (i == text.Length)
        {
            return true;
        }

        Spaces(text, ref i);
        if (i == text.Length)
        {
            return false;
        }

        var c = text[i++];
        if (c == 'Z')
        {
            return i == text.Length;
        }

        return c is '+' or '-'
            && Digits(text, ref i, 1, 2)
            && (i == text.Length || (Skip(text, ref i, ':') && Digits(text, ref i, 2, 2) && i == text.Length));
    }

    private static void Spaces(string text, ref int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t')
        {
            i++;
        }
    }
}
