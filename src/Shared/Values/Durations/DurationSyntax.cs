namespace LaunchSdk.Values;

/// <summary>Durations as Go's <c>time.ParseDuration</c> reads them.</summary>
internal static class DurationSyntax
{
    private const ulong Limit = 1UL << 63;

    /// <summary>Units and their nanoseconds; µ is the micro sign or the Greek letter.</summary>
    public static readonly (string Name, ulong Nanoseconds)[] Units =
    [
        ("h", 3_600_000_000_000),
        ("m", 60_000_000_000),
        ("s", 1_000_000_000),
        ("ms", 1_000_000),
        ("us", 1_000),
        ("ns", 1),
        ("\u00b5s", 1_000),
        ("\u03bcs", 1_000),
    ];

    /// <summary>Reads the whole text, an optional sign included.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var index = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (text.Length - index == 1 && text[index] == '0')
        {
            return true;
        }

        if (index == text.Length)
        {
            return false;
        }

        ulong total = 0;
        while (index < text.Length)
        {
            if (!TryReadPart(text, ref index, out var part))
            {
                return false;
            }

            // Two parts of 2^63 wrap around to 0, in Go as here.
            total = unchecked(total + part);
            if (total > Limit)
            {
                return false;
            }
        }

        nanoseconds = unchecked(negative ? -(long)total : (long)total);
        return negative || total < Limit;
    }

    private static bool TryReadPart(string text, ref int index, out ulong nanoseconds)
    {
        nanoseconds = 0;
        var start = index;
        if (!TryReadWhole(text, ref index, out var whole))
        {
            return false;
        }

        var digits = index - start;
        ulong fraction = 0;
        var scale = 1d;
        if (index < text.Length && text[index] == '.')
        {
            var point = ++index;
            ReadFraction(text, ref index, out fraction, out scale);
            digits += index - point;
        }

        if (digits == 0 || !TryReadUnit(text, ref index, out var unit) || whole > Limit / unit)
        {
            return false;
        }

        nanoseconds = whole * unit;
        if (fraction > 0)
        {
            nanoseconds += (ulong)(fraction * (unit / scale));
        }

        return nanoseconds <= Limit;
    }

    private static bool TryReadWhole(string text, ref int index, out ulong whole)
    {
        whole = 0;
        for (; index < text.Length && GoText.IsDigit(text[index]); index++)
        {
            if (whole > Limit / 10)
            {
                return false;
            }

            whole = (whole * 10) + (ulong)(text[index] - '0');
            if (whole > Limit)
            {
                return false;
            }
        }

        return true;
    }

    private static void ReadFraction(string text, ref int index, out ulong fraction, out double scale)
    {
        fraction = 0;
        scale = 1;
        var isFull = false;
        for (; index < text.Length && GoText.IsDigit(text[index]); index++)
        {
            // Digits beyond 63 bits are read and dropped.
            if (isFull || fraction > (Limit - 1) / 10)
            {
                isFull = true;
                continue;
            }

            var next = (fraction * 10) + (ulong)(text[index] - '0');
            if (next > Limit)
            {
                isFull = true;
                continue;
            }

            fraction = next;
            scale *= 10;
        }
    }

    private static bool TryReadUnit(string text, ref int index, out ulong nanoseconds)
    {
        var start = index;
        while (index < text.Length && text[index] != '.' && !GoText.IsDigit(text[index]))
        {
            index++;
        }

        foreach (var unit in Units)
        {
            if (index - start == unit.Name.Length && string.CompareOrdinal(text, start, unit.Name, 0, unit.Name.Length) == 0)
            {
                nanoseconds = unit.Nanoseconds;
                return true;
            }
        }

        nanoseconds = 0;
        return false;
    }
}
