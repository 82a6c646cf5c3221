namespace LaunchSdk.Documents;

/// <summary>What a plain scalar is by the core schema of YAML 1.2 (chapter 10.3).</summary>
internal static class YamlScalars
{
    public static ConfigNodeKind Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return ConfigNodeKind.Null;
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE":
                return ConfigNodeKind.Boolean;
            default:
                return IsNumber(text) ? ConfigNodeKind.Number : ConfigNodeKind.String;
        }
    }

    /// <summary>
    /// Whether YAML 1.1, as PyYAML reads it and as its specification has it, takes the plain scalar for something else or for another
    /// number.
    /// </summary>
    public static bool IsAmbiguous(string text, ConfigNodeKind resolved) =>
        resolved switch
        {
            ConfigNodeKind.Null or ConfigNodeKind.Boolean => false,
            ConfigNodeKind.Number => IsDifferentNumber(text),
            _ => Yaml11Scalars.IsNotText(text),
        };

    public static bool IsInteger(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'o' or 'x')
        {
            return SkipRadix(text) == text.Length;
        }

        var start = SkipSign(text);
        return start < text.Length && SkipDigits(text, start) == text.Length;
    }

    private static bool IsNumber(string text) => text[0] is (>= '0' and <= '9') or '+' or '-' or '.' && (IsInteger(text) || IsFloat(text));

    private static bool IsFloat(string text)
    {
        var start = SkipSign(text);
        if (text.Substring(start) is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        var whole = SkipDigits(text, start);
        var i = whole;
        if (i < text.Length && text[i] == '.')
        {
            i = SkipDigits(text, i + 1);
            if (whole == start && i == whole + 1)
            {
                return false;
            }
        }
        else if (whole == start)
        {
            return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var digits = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            i = SkipDigits(text, digits);
            return i > digits && i == text.Length;
        }

        return i == text.Length;
    }

    private static bool IsDifferentNumber(string text)
    {
        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return true;
        }

        if (text.StartsWith("0x", StringComparison.Ordinal) || text[text.Length - 1] is 'f' or 'F' or 'n' or 'N')
        {
            return false;
        }

        if (IsInteger(text))
        {
            // 0777 is octal in YAML 1.1, and 08 is text.
            var start = SkipSign(text);
            return text[start] == '0' && text.Length > start + 1;
        }

        return !Yaml11Scalars.IsFloat(text);
    }

    private static int SkipSign(string text) => text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;

    private static int SkipDigits(string text, int i)
    {
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }

    private static int SkipRadix(string text)
    {
        var i = 2;
        while (i < text.Length && (text[1] == 'o' ? text[i] is >= '0' and <= '7' : IsHex(text[i])))
        {
            i++;
        }

        return i;
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
