using System.Text;

namespace LaunchSdk.Values;

/// <summary>The parts of a floating-point literal of Go's: sign, mantissa, exponent.</summary>
internal sealed class GoFloatScan
{
    private const int MaxHexDigits = 16;
    private const int ExponentLimit = 10_000;

    /// <summary>The literal starts with a minus sign.</summary>
    public bool IsNegative { get; private set; }

    /// <summary>The literal starts with <c>0x</c>: <see cref="Mantissa"/> counts, and the exponent is of 2.</summary>
    public bool IsHexadecimal { get; private set; }

    /// <summary>Decimal digits from the first that is not 0.</summary>
    public StringBuilder Digits { get; } = new();

    /// <summary>The first 16 hexadecimal digits from the first that is not 0.</summary>
    public ulong Mantissa { get; private set; }

    /// <summary>A further hexadecimal digit was not 0.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>What the mantissa is multiplied by: a power of 10, or of 2.</summary>
    public int Exponent { get; private set; }

    /// <summary>Reads the whole of the part; false when it is no literal.</summary>
    public bool Read(string text, int start, int end)
    {
        var index = start;
        if (index < end && text[index] is '-' or '+')
        {
            IsNegative = text[index] == '-';
            index++;
        }

        if (index + 2 < end && text[index] == '0' && text[index + 1] is 'x' or 'X')
        {
            IsHexadecimal = true;
            index += 2;
        }

        return ReadMantissa(text, end, ref index)
            && ReadExponent(text, end, ref index)
            && index == end
            && (text.IndexOf('_', start, end - start) < 0 || GoInteger.AreUnderscoresWellPlaced(text, start, end));
    }

    private int DigitOf(char c)
    {
        if (IsHexadecimal)
        {
            return GoText.HexValue(c);
        }

        return GoText.IsDigit(c) ? c - '0' : -1;
    }

    private bool ReadMantissa(string text, int end, ref int index)
    {
        var sawDigits = false;
        var sawPoint = false;
        var hexDigits = 0;
        for (; index < end; index++)
        {
            var c = text[index];
            var digit = DigitOf(c);
            if (digit >= 0)
            {
                sawDigits = true;
                Add(c, digit, sawPoint, ref hexDigits);
            }
            else if (c == '.' && !sawPoint)
            {
                sawPoint = true;
            }
            else if (c != '_')
            {
                break;
            }
        }

        return sawDigits;
    }

    private void Add(char c, int digit, bool behindPoint, ref int hexDigits)
    {
        var step = IsHexadecimal ? 4 : 1;
        if (behindPoint)
        {
            Exponent -= step;
        }

        if (!IsHexadecimal)
        {
            if (digit != 0 || Digits.Length > 0)
            {
                Digits.Append(c);
            }
        }
        else if (hexDigits < MaxHexDigits)
        {
            Mantissa = (Mantissa << 4) | (uint)digit;
            hexDigits += Mantissa == 0 ? 0 : 1;
        }
        else
        {
            IsTruncated |= digit != 0;
            Exponent += step;
        }
    }

    private bool ReadExponent(string text, int end, ref int index)
    {
        if (index >= end || (IsHexadecimal ? text[index] is not ('p' or 'P') : text[index] is not ('e' or 'E')))
        {
            return !IsHexadecimal;
        }

        index++;
        var sign = index < end && text[index] == '-' ? -1 : 1;
        if (index < end && text[index] is '-' or '+')
        {
            index++;
        }

        if (index >= end || !GoText.IsDigit(text[index]))
        {
            return false;
        }

        var exponent = 0;
        for (; index < end && (GoText.IsDigit(text[index]) || text[index] == '_'); index++)
        {
            if (text[index] != '_' && exponent < ExponentLimit)
            {
                exponent = (exponent * 10) + (text[index] - '0');
            }
        }

        Exponent += sign * exponent;
        return true;
    }
}
