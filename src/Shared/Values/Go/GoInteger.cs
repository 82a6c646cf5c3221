namespace LaunchSdk.Values;

/// <summary>Integers as Go's <c>strconv.ParseInt</c> and <c>ParseUint</c> read them.</summary>
/// <remarks>
/// Base 0 takes the prefixes <c>0x</c>, <c>0o</c>, <c>0b</c> and a leading 0 for octal, and <c>_</c> between digits or behind a prefix.
/// Base 10 takes digits only. Only the signed form takes a sign.
/// </remarks>
internal static class GoInteger
{
    /// <summary>Stands for Go's base 0: the text says its base.</summary>
    public const int BaseFromPrefix = 0;

    /// <summary>Reads the whole text as a 64-bit signed integer.</summary>
    public static bool TryParse(string text, int numberBase, out long value, out bool outOfRange) =>
        TryParse(text, 0, text.Length, numberBase, out value, out outOfRange);

    /// <summary>Reads a part of the text as a 64-bit signed integer.</summary>
    public static bool TryParse(string text, int start, int end, int numberBase, out long value, out bool outOfRange)
    {
        value = 0;
        var negative = start < end && text[start] == '-';
        var digits = start < end && text[start] is '-' or '+' ? start + 1 : start;
        if (!TryParseUnsigned(text, digits, end, numberBase, out var magnitude, out outOfRange))
        {
            return false;
        }

        if (magnitude > (negative ? 1UL << 63 : long.MaxValue))
        {
            outOfRange = true;
            return false;
        }

        value = negative ? unchecked(-(long)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>Reads a part of the text as a 64-bit integer without a sign.</summary>
    public static bool TryParseUnsigned(string text, int start, int end, int numberBase, out ulong value, out bool outOfRange)
    {
        value = 0;
        outOfRange = false;
        if (start >= end)
        {
            return false;
        }

        var index = start;
        var radix = numberBase == BaseFromPrefix ? ReadPrefix(text, end, ref index) : numberBase;
        var underscores = false;
        for (; index < end; index++)
        {
            if (text[index] == '_' && numberBase == BaseFromPrefix)
            {
                underscores = true;
                continue;
            }

            var digit = GoText.HexValue(text[index]);
            if (digit < 0 || digit >= radix)
            {
                outOfRange = false;
                return false;
            }

            if (!outOfRange && value > (ulong.MaxValue - (ulong)digit) / (ulong)radix)
            {
                outOfRange = true;
            }

            value = unchecked((value * (ulong)radix) + (ulong)digit);
        }

        return !(underscores && !AreUnderscoresWellPlaced(text, start, end)) && !outOfRange;
    }

    /// <summary>Whether each <c>_</c> stands between digits, or between a base prefix and a digit. Floats follow the same rule.</summary>
    public static bool AreUnderscoresWellPlaced(string text, int start, int end)
    {
        var index = start < end && text[start] is '-' or '+' ? start + 1 : start;
        var previous = '^';
        var hexadecimal = false;
        if (index + 1 < end && text[index] == '0' && text[index + 1] is 'b' or 'B' or 'o' or 'O' or 'x' or 'X')
        {
            hexadecimal = text[index + 1] is 'x' or 'X';
            previous = '0';
            index += 2;
        }

        for (; index < end; index++)
        {
            var c = text[index];
            if (GoText.IsDigit(c) || (hexadecimal && GoText.HexValue(c) >= 0))
            {
                previous = '0';
                continue;
            }

            if (c == '_' ? previous != '0' : previous == '_')
            {
                return false;
            }

            previous = c == '_' ? '_' : '!';
        }

        return previous != '_';
    }

    private static int ReadPrefix(string text, int end, ref int index)
    {
        if (text[index] != '0')
        {
            return 10;
        }

        var radix =
            end - index < 3
                ? 8
                : text[index + 1] switch
                {
                    'b' or 'B' => 2,
                    'o' or 'O' => 8,
                    'x' or 'X' => 16,
                    _ => 0,
                };
        if (radix == 0 || end - index < 3)
        {
            index++;
            return 8;
        }

        index += 2;
        return radix;
    }
}
