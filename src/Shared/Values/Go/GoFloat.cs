using System.Globalization;
using System.Text;

namespace LaunchSdk.Values;

/// <summary>Floating-point numbers as Go's <c>strconv.ParseFloat</c> reads them into 64 bits.</summary>
/// <remarks>
/// Decimal and hexadecimal (<c>0x1p-2</c>, the exponent required), <c>_</c> between digits, and inf, infinity and nan in any case.
/// </remarks>
internal static class GoFloat
{
    private const int MaxExactDigits = 15;
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a part of the text; too large a number is refused, as Go does, too small a one is 0.</summary>
    public static bool TryParse(string text, int start, int end, out double value, out bool outOfRange)
    {
        outOfRange = false;
        return TryParsePlain(text, start, end, out value)
            || TryParseSpecial(text, start, end, out value)
            || TryParseScanned(text, start, end, out value, out outOfRange);
    }

    /// <summary>Digits with at most one point, few enough to be exact: what people write.</summary>
    private static bool TryParsePlain(string text, int start, int end, out double value)
    {
        value = 0;
        if (end - start is 0 or > MaxExactDigits)
        {
            return false;
        }

        long digits = 0;
        var point = -1;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else if (GoText.IsDigit(text[i]))
            {
                digits = (digits * 10) + (text[i] - '0');
            }
            else
            {
                return false;
            }
        }

        // Both are exact, so one division rounds correctly.
        value = point < 0 ? digits : digits / PowersOfTen[end - point - 1];
        return end - start > 1 || point < 0;
    }

    private static bool TryParseSpecial(string text, int start, int end, out double value)
    {
        var signed = start < end && text[start] is '-' or '+';
        var word = signed ? start + 1 : start;
        var infinite = Is(text, word, end, "inf") || Is(text, word, end, "infinity");
        var infinity = start < end && text[start] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        value = infinite ? infinity : double.NaN;
        return infinite || (!signed && Is(text, word, end, "nan"));
    }

    private static bool Is(string text, int start, int end, string word) =>
        end - start == word.Length && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool TryParseScanned(string text, int start, int end, out double value, out bool outOfRange)
    {
        value = 0;
        outOfRange = false;
        var scan = new GoFloatScan();
        if (!scan.Read(text, start, end))
        {
            return false;
        }

        var magnitude = scan.IsHexadecimal
            ? ScaleByTwo(scan.Mantissa, scan.IsTruncated, scan.Exponent)
            : FromDigits(scan.Digits, scan.Exponent);
        outOfRange = double.IsInfinity(magnitude);
        value = scan.IsNegative ? -magnitude : magnitude;
        return !outOfRange;
    }

    private static double FromDigits(StringBuilder digits, int exponent)
    {
        // digits x 10^exponent; far beyond the range of a double the digits no longer matter.
        if (digits.Length == 0 || digits.Length + exponent < -400)
        {
            return 0;
        }

        return digits.Length + exponent > 400 ? double.PositiveInfinity
            : double.TryParse(
                digits.Append('E').Append(exponent.ToString(CultureInfo.InvariantCulture)).ToString(),
                NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
            : double.PositiveInfinity;
    }

    private static double ScaleByTwo(ulong mantissa, bool truncated, int exponent)
    {
        if (mantissa == 0 || exponent < -1022)
        {
            // Below 2^-958: no unit of size brings that back to a byte.
            return 0;
        }

        if (mantissa > long.MaxValue)
        {
            mantissa = (mantissa >> 1) | (mantissa & 1);
            exponent++;
        }

        // A lost digit makes the mantissa odd, which is all that rounding has to know.
        var rounded = (double)(long)(truncated ? mantissa | 1 : mantissa);
        return exponent > 1023 ? double.PositiveInfinity : rounded * BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
    }
}
