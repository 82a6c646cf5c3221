namespace LaunchSdk.Documents;

/// <summary>The grammar of numbers of RFC 8259, section 6.</summary>
internal static class JsonNumber
{
    public static bool IsNumber(string text) => text.Length > 0 && End(text, 0) == text.Length;

    /// <summary>Behind the number that starts at <paramref name="start"/>; -1 if none does.</summary>
    public static int End(string text, int start)
    {
        var i = start < text.Length && text[start] == '-' ? start + 1 : start;
        var digits = SkipDigits(text, i);
        if (digits == i || (text[i] == '0' && digits > i + 1))
        {
            return -1;
        }

        i = digits;
        if (i < text.Length && text[i] == '.')
        {
            digits = SkipDigits(text, i + 1);
            if (digits == i + 1)
            {
                return -1;
            }

            i = digits;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            i = SkipDigits(text, exponent);
            return i == exponent ? -1 : i;
        }

        return i;
    }

    private static int SkipDigits(string text, int i)
    {
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }
}
