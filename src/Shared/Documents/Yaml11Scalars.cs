namespace LaunchSdk.Documents;

/// <summary>
/// What YAML 1.1 takes for something else than text: the types of yaml.org/type with the patterns that PyYAML has for them.
/// Only for scalars that are text by YAML 1.2, save <see cref="IsFloat"/>.
/// </summary>
internal static class Yaml11Scalars
{
    public static bool IsNotText(string text)
    {
        switch (text)
        {
            case "y" or "Y" or "n" or "N" or "=" or "<<":
            case "yes" or "Yes" or "YES" or "no" or "No" or "NO":
            case "on" or "On" or "ON" or "off" or "Off" or "OFF":
                return true;
        }

        return text.Length > 0
            && text[0] is (>= '0' and <= '9') or '+' or '-' or '.'
            && (IsInteger(text) || IsFloat(text) || Yaml11Timestamp.IsTimestamp(text));
    }

    /// <summary>A point is needed, and a sign in the exponent: 1e3 and 1.5e3 are text to PyYAML.</summary>
    public static bool IsFloat(string text)
    {
        var start = SkipSign(text);
        if (start < text.Length && text[start] == '.')
        {
            return start == 0 && text.Length > 1 && IsDigit(text[1]) && IsExponent(text, SkipDigits(text, 1));
        }

        if (start == text.Length || !IsDigit(text[start]))
        {
            return false;
        }

        var whole = SkipDigits(text, start);
        var sexagesimal = SkipSixties(text, whole);
        if (sexagesimal > whole)
        {
            return sexagesimal < text.Length && text[sexagesimal] == '.' && SkipDigits(text, sexagesimal + 1) == text.Length;
        }

        return whole < text.Length && text[whole] == '.' && IsExponent(text, SkipDigits(text, whole + 1));
    }

    private static bool IsInteger(string text)
    {
        var start = SkipSign(text);
        if (start == text.Length || !IsDigit(text[start]))
        {
            return false;
        }

        if (text[start] == '0' && text.Length > start + 2 && text[start + 1] is 'b' or 'x')
        {
            var isBinary = text[start + 1] == 'b';
            return All(text, start + 2, c => c == '_' || (isBinary ? c is '0' or '1' : IsHex(c)));
        }

        if (text[start] == '0')
        {
            return All(text, start + 1, static c => c is '_' or (>= '0' and <= '7'));
        }

        return SkipSixties(text, SkipDigits(text, start)) == text.Length;
    }

    private static bool IsExponent(string text, int i)
    {
        if (i == text.Length)
        {
            return true;
        }

        return text[i] is 'e' or 'E' && i + 2 < text.Length && text[i + 1] is '+' or '-' && All(text, i + 2, static c => IsDigit(c));
    }

    /// <summary>Behind groups such as <c>:5</c> and <c>:59</c>: digits of base 60.</summary>
    private static int SkipSixties(string text, int i)
    {
        while (i + 1 < text.Length && text[i] == ':' && IsDigit(text[i + 1]))
        {
            var isLong = i + 2 < text.Length && IsDigit(text[i + 2]);
            if (isLong && text[i + 1] > '5')
            {
                return i;
            }

            i += isLong ? 3 : 2;
        }

        return i;
    }

    private static int SkipSign(string text) => text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;

    private static int SkipDigits(string text, int i)
    {
        while (i < text.Length && (IsDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i;
    }

    private static bool All(string text, int start, Func<char, bool> accepts)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!accepts(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
