using System.Numerics;

namespace LaunchSdk.Values;

/// <summary>Walks over one number of a rational as Go's <c>math/big</c> scans it.</summary>
internal sealed class GoRationalScan(string text, int end, int start = 0)
{
    private int _index = start;
    private int _base = 10;
    private int _decimals;
    private int _exponentBase = 10;
    private long _exponent;

    /// <summary>A minus sign was read.</summary>
    public bool IsNegative { get; private set; }

    /// <summary>The digits, without regard to the point.</summary>
    public BigInteger Mantissa { get; private set; }

    /// <summary>Nothing is left.</summary>
    public bool IsAtEnd => _index == end;

    /// <summary>Reads an optional sign; false when there is nothing to read.</summary>
    public bool ReadSign()
    {
        if (_index >= end)
        {
            return false;
        }

        if (text[_index] is '-' or '+')
        {
            IsNegative = text[_index] == '-';
            _index++;
        }

        return true;
    }

    /// <summary>Reads an optional base prefix and digits; stops at what is no digit of the base.</summary>
    public bool ReadMantissa(bool mayHavePoint)
    {
        var previous = '.';
        var count = 0;
        var octalByZero = false;
        if (_index < end && text[_index] == '0')
        {
            previous = '0';
            _base =
                _index + 1 >= end
                    ? 10
                    : text[_index + 1] switch
                    {
                        'b' or 'B' => 2,
                        'o' or 'O' => 8,
                        'x' or 'X' => 16,
                        _ => 10,
                    };
            octalByZero = _base == 10 && !mayHavePoint && _index + 1 < end;
            count = _base == 10 && !octalByZero ? 1 : 0;
            _index += _base == 10 ? 1 : 2;
            _base = octalByZero ? 8 : _base;
        }

        if (!ReadDigits(mayHavePoint, previous, ref count))
        {
            return false;
        }

        // A lone 0 in front of what is no octal digit is the number 0, and the rest is left over.
        return count > 0 || octalByZero;
    }

    /// <summary>Reads an optional exponent: of 10 behind <c>e</c>, of 2 behind <c>p</c>.</summary>
    public bool ReadExponent()
    {
        if (IsAtEnd || text[_index] is not ('e' or 'E' or 'p' or 'P'))
        {
            return true;
        }

        _exponentBase = text[_index] is 'p' or 'P' ? 2 : 10;
        _index++;
        var negative = !IsAtEnd && text[_index] == '-';
        if (!IsAtEnd && text[_index] is '-' or '+')
        {
            _index++;
        }

        var previous = '.';
        var wellPlaced = true;
        var magnitude = BigInteger.Zero;
        var digits = 0;
        for (; !IsAtEnd && (GoText.IsDigit(text[_index]) || text[_index] == '_'); _index++)
        {
            if (text[_index] == '_')
            {
                wellPlaced &= previous == '0';
                previous = '_';
                continue;
            }

            previous = '0';
            digits++;
            // Far beyond 64 bits already: more digits change nothing.
            magnitude = magnitude > ulong.MaxValue ? magnitude : (magnitude * 10) + (text[_index] - '0');
        }

        var exponent = negative ? -magnitude : magnitude;
        if (digits == 0 || !wellPlaced || previous == '_' || exponent < long.MinValue || exponent > long.MaxValue)
        {
            return false;
        }

        _exponent = (long)exponent;
        return true;
    }

    /// <summary>The powers of 5 and of 2 that the mantissa is to be multiplied by, for the point and the exponent.</summary>
    public (long Five, long Two) Exponents()
    {
        var bits = _base switch
        {
            8 => 3,
            16 => 4,
            _ => 1,
        };
        var five = _base == 10 ? -_decimals : 0L;
        var two = -(long)_decimals * bits;
        return unchecked((_exponentBase == 10 ? five + _exponent : five, two + _exponent));
    }

    private bool ReadDigits(bool mayHavePoint, char previous, ref int count)
    {
        var wellPlaced = true;
        var point = -1;
        ulong chunk = 0;
        ulong chunkScale = 1;
        for (; !IsAtEnd; _index++)
        {
            var c = text[_index];
            if (c == '.' && mayHavePoint && point < 0)
            {
                wellPlaced &= previous != '_';
                previous = '.';
                point = count;
            }
            else if (c == '_')
            {
                wellPlaced &= previous == '0';
                previous = '_';
            }
            else
            {
                var digit = GoText.HexValue(c);
                if (digit < 0 || digit >= _base)
                {
                    break;
                }

                previous = '0';
                count++;
                chunk = (chunk * (ulong)_base) + (ulong)digit;
                chunkScale *= (ulong)_base;
                if (chunkScale >= 1UL << 58)
                {
                    Mantissa = (Mantissa * chunkScale) + chunk;
                    chunk = 0;
                    chunkScale = 1;
                }
            }
        }

        Mantissa = (Mantissa * chunkScale) + chunk;
        _decimals = point < 0 ? 0 : count - point;
        return wellPlaced && previous != '_';
    }
}
