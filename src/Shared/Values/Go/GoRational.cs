using System.Numerics;

namespace LaunchSdk.Values;

/// <summary>Rational numbers as Go's <c>big.Rat.SetString</c> reads them, counted in billionths.</summary>
/// <remarks>
/// A fraction (<c>1/2</c>; there a leading 0 is octal) or a number with a point and an exponent of 10 or, behind <c>p</c>, of 2
/// (there a leading 0 is decimal); <c>0x</c>, <c>0o</c>, <c>0b</c> and well-placed <c>_</c> in both.
/// </remarks>
internal static class GoRational
{
    // Reading costs the square of the digits. Go has no limit here; nobody has so many.
    private const int MostCharacters = 4_096;
    private const long MaxExponentOfFive = 1_000_000;
    private const long MaxExponentOfTwo = 10_000_000;
    private static readonly BigInteger Billion = new(1_000_000_000);

    /// <summary>What is wrong with a text.</summary>
    internal enum Fault
    {
        None,
        Syntax,
        TooPrecise,
    }

    /// <summary>The number times 10^9; the lowest 64 bits of it when it is larger, as <c>big.Int.Int64</c> gives them.</summary>
    public static Fault ParseBillionths(string text, out long billionths)
    {
        billionths = 0;
        if (TryParsePlain(text, out billionths))
        {
            return Fault.None;
        }

        if (text.Length > MostCharacters)
        {
            return Fault.Syntax;
        }

        var slash = text.IndexOf('/');
        return slash >= 0 ? ParseFraction(text, slash, out billionths) : ParseNumber(text, out billionths);
    }

    /// <summary>Up to nine digits on each side of a point: what people write.</summary>
    private static bool TryParsePlain(string text, out long billionths)
    {
        billionths = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text.Length : point;
        if (whole is 0 or > 9 || text.Length - whole > 10)
        {
            return false;
        }

        var decimals = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == point)
            {
                continue;
            }

            if (!GoText.IsDigit(text[i]))
            {
                return false;
            }

            billionths = (billionths * 10) + (text[i] - '0');
            decimals += i > whole ? 1 : 0;
        }

        for (; decimals < 9; decimals++)
        {
            billionths *= 10;
        }

        return true;
    }

    private static Fault ParseFraction(string text, int slash, out long billionths)
    {
        billionths = 0;
        var numerator = new GoRationalScan(text, slash);
        var denominator = new GoRationalScan(text, text.Length, slash + 1);
        if (
            !numerator.ReadSign()
            || !numerator.ReadMantissa(mayHavePoint: false)
            || !numerator.IsAtEnd
            || !denominator.ReadMantissa(mayHavePoint: false)
            || !denominator.IsAtEnd
            || denominator.Mantissa.IsZero
        )
        {
            return Fault.Syntax;
        }

        var quotient = BigInteger.DivRem(numerator.Mantissa * Billion, denominator.Mantissa, out var remainder);
        if (!remainder.IsZero)
        {
            return Fault.TooPrecise;
        }

        billionths = LowBits(quotient, numerator.IsNegative);
        return Fault.None;
    }

    private static Fault ParseNumber(string text, out long billionths)
    {
        billionths = 0;
        var scan = new GoRationalScan(text, text.Length);
        if (!scan.ReadSign() || !scan.ReadMantissa(mayHavePoint: true) || !scan.ReadExponent() || !scan.IsAtEnd)
        {
            return Fault.Syntax;
        }

        if (scan.Mantissa.IsZero)
        {
            return Fault.None;
        }

        var (five, two) = scan.Exponents();
        if (five is < -MaxExponentOfFive or > MaxExponentOfFive || two is < -MaxExponentOfTwo or > MaxExponentOfTwo)
        {
            return Fault.Syntax;
        }

        return Scale(scan.Mantissa, (int)five + 9, (int)two + 9, scan.IsNegative, out billionths);
    }

    /// <summary>
    /// mantissa x 5^five x 2^two without ever building the large number: only whether it is whole, and its lowest bits, are wanted.
    /// </summary>
    private static Fault Scale(BigInteger mantissa, int five, int two, bool negative, out long billionths)
    {
        billionths = 0;
        for (; (mantissa & ulong.MaxValue).IsZero; two += 64)
        {
            mantissa >>= 64;
        }

        while (mantissa.IsEven)
        {
            mantissa >>= 1;
            two++;
        }

        if (two < 0)
        {
            return Fault.TooPrecise;
        }

        for (; five < 0; five++)
        {
            mantissa = BigInteger.DivRem(mantissa, 5, out var remainder);
            if (!remainder.IsZero)
            {
                return Fault.TooPrecise;
            }
        }

        var low = (ulong)(mantissa & ulong.MaxValue);
        for (; five > 0 && two < 64; five--)
        {
            low = unchecked(low * 5);
        }

        low = two < 64 ? low << two : 0;
        billionths = unchecked(negative ? -(long)low : (long)low);
        return Fault.None;
    }

    private static long LowBits(BigInteger magnitude, bool negative)
    {
        var low = unchecked((long)(ulong)(magnitude & ulong.MaxValue));
        return negative ? unchecked(-low) : low;
    }
}
