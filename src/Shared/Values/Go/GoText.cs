namespace LaunchSdk.Values;

/// <summary>What Go's <c>strings</c> and <c>unicode</c> packages do where .NET differs, or differs between its versions.</summary>
internal static class GoText
{
    /// <summary>White space as <c>unicode.IsSpace</c> has it.</summary>
    public static bool IsSpace(char c) =>
        c
            is (>= '\t' and <= '\r')
                or ' '
                or '\u0085'
                or '\u00a0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200a')
                or '\u2028'
                or '\u2029'
                or '\u202f'
                or '\u205f'
                or '\u3000';

    /// <summary>An ASCII digit; digits of other scripts are letters to Go's parsers.</summary>
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>An ASCII letter.</summary>
    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };

    /// <summary>The text without white space at both ends.</summary>
    public static string TrimSpace(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    /// <summary>
    /// A letter in lower case where the lower case is ASCII: dotted capital I and the Kelvin sign are among them in Go, not in .NET.
    /// </summary>
    public static char ToLower(char c) =>
        c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            '\u0130' => 'i',
            '\u212a' => 'k',
            _ => c,
        };

    /// <summary>Upper case of a whole text; dotless i and long s become ASCII in Go, not in .NET.</summary>
    public static string ToUpper(string text) => text.Replace('\u0131', 'I').Replace('\u017f', 'S').ToUpperInvariant();

    /// <summary>Whether lower-casing the text gives <paramref name="lower"/>, which is ASCII.</summary>
    public static bool EqualsIgnoringCase(string text, string lower)
    {
        if (text.Length != lower.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (ToLower(text[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }
}
