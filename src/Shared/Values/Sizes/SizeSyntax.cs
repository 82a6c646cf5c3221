using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// The size syntax that <see cref="ByteSize"/> and <see cref="MemorySwap"/> share: what docker's <c>units.RAMInBytes</c> takes.
/// </summary>
internal static class SizeSyntax
{
    private const string Units = "bkmgtp";

    /// <summary>Reads the text as a number of bytes; units are powers of 1024, and the number goes through a double.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var last = LastNumberCharacter(text);
        if (last < 0)
        {
            return false;
        }

        // One space may stand between the number and its unit.
        var numberEnd = text[last] == ' ' ? last : last + 1;
        if (!GoFloat.TryParse(text, 0, numberEnd, out var number, out _) || number < 0 || !TryReadUnit(text, last + 1, out var factor))
        {
            return false;
        }

        bytes = Truncate(number * factor);
        return true;
    }

    /// <summary>The shortest text of a number of bytes: the largest unit that leaves it whole.</summary>
    public static string Format(long bytes)
    {
        var unit = 0;
        while (bytes != 0 && bytes % 1024 == 0 && unit + 1 < Units.Length)
        {
            bytes /= 1024;
            unit++;
        }

        var digits = bytes.ToString(CultureInfo.InvariantCulture);
        return unit == 0 ? digits : digits + Units[unit];
    }

    /// <summary>What was probably meant: a number, an optional space, and a word that starts with a unit.</summary>
    public static string? Suggest(string text)
    {
        var trimmed = DecimalComma.Replace(GoText.TrimSpace(text));
        var end = 0;
        while (end < trimmed.Length && (GoText.IsDigit(trimmed[end]) || trimmed[end] is '.' or '_'))
        {
            end++;
        }

        var rest = GoText.TrimSpace(trimmed.Substring(end));
        var unit = rest.Length == 0 ? string.Empty : char.ToLowerInvariant(rest[0]).ToString();
        var candidate = string.Concat(trimmed.Remove(end), unit);
        if (
            (unit.Length == 0 || Units.Contains(unit))
            && rest.All(static c => GoText.IsDigit(c) || GoText.IsLetter(c) || c == '.')
            && TryParse(candidate, out _)
        )
        {
            return candidate;
        }

        return GoInteger.TryParse(trimmed, GoInteger.BaseFromPrefix, out var bytes, out _) && bytes >= 0
            ? bytes.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static int LastNumberCharacter(string text)
    {
        var index = text.Length - 1;
        while (index >= 0 && !GoText.IsDigit(text[index]) && text[index] is not ('.' or ' '))
        {
            index--;
        }

        return index;
    }

    private static bool TryReadUnit(string text, int start, out double factor)
    {
        factor = 1;
        var length = text.Length - start;
        if (length == 0)
        {
            return true;
        }

        if (length > 3)
        {
            return false;
        }

        var unit = Units.IndexOf(GoText.ToLower(text[start]));
        if (unit < 0 || (text[start] > '\u007f' && !IsLoneKelvinSign(text, start)))
        {
            return false;
        }

        factor = 1L << (unit * 10);
        return length == 1
            || (unit > 0 && length == 2 && GoText.ToLower(text[start + 1]) == 'b')
            || (unit > 0 && length == 3 && text[start + 1] is 'i' or 'I' && text[start + 2] is 'b' or 'B');
    }

    /// <summary>Docker measures the unit in bytes of UTF-8, so three are one Kelvin sign, which its lower-casing makes a k.</summary>
    private static bool IsLoneKelvinSign(string text, int start) => text[start] == '\u212a' && text.Length - start == 1;

    /// <summary>Go on amd64: what does not fit into 64 bits becomes the smallest number.</summary>
    private static long Truncate(double number) =>
        number < 9223372036854775808d && number >= -9223372036854775808d ? (long)number : long.MinValue;
}
