using System.Globalization;
using System.Text;

namespace LaunchSdk.Values;

/// <summary>IP addresses as Go's <c>net.ParseIP</c> and <c>netip.ParseAddr</c> read and print them.</summary>
/// <remarks>
/// No brackets, no leading zeros in IPv4. <c>net</c> takes no zone, and an IPv4 address mapped into IPv6 prints as IPv4;
/// <c>netip</c> takes a zone, and prints a mapped address as it is.
/// </remarks>
internal static class GoIpAddress
{
    private const int Length = 16;
    private static readonly char[] Separators = ['.', ':', '%'];

    /// <summary>Reads the whole text into 16 bytes, IPv4 as <c>::ffff:a.b.c.d</c>.</summary>
    public static bool TryParse(string text, out byte[] address)
    {
        address = new byte[Length];
        var first = text.IndexOfAny(Separators);
        if (first < 0 || text[first] == '%')
        {
            return false;
        }

        if (text[first] == ':')
        {
            return TryParseV6(text, address);
        }

        address[10] = 0xff;
        address[11] = 0xff;
        return TryParseV4(text, 0, address, 12);
    }

    /// <summary>Reads the whole text as <c>netip.ParseAddr</c> does, a zone included, and writes it in its canonical form.</summary>
    public static bool TryNormalize(string text, out string canonical)
    {
        canonical = "";
        var first = text.IndexOfAny(Separators);
        var percent = first >= 0 && text[first] == ':' ? text.IndexOf('%') : -1;
        if (percent == text.Length - 1 || !TryParse(percent < 0 ? text : text.Substring(0, percent), out var address))
        {
            return false;
        }

        var isV6 = text[first] == ':';
        canonical = (isV6 ? FormatV6(address) : Format(address)) + (percent < 0 ? "" : text.Substring(percent));
        return true;
    }

    /// <summary>The canonical text as IPv6: an IPv4 address is <c>::ffff:a.b.c.d</c>.</summary>
    public static string FormatV6(byte[] address) => IsV4(address) ? "::ffff:" + Format(address) : Format(address);

    /// <summary>Whether the 16 bytes are an IPv4 address.</summary>
    public static bool IsV4(byte[] address) => address.Take(10).All(static part => part == 0) && address[10] == 0xff && address[11] == 0xff;

    /// <summary>The canonical text: dotted IPv4, else lower-case IPv6 with the longest run of zeros left out.</summary>
    public static string Format(byte[] address)
    {
        if (IsV4(address))
        {
            return string.Join(".", address.Skip(12).Select(static part => part.ToString(CultureInfo.InvariantCulture)));
        }

        var (zeroStart, zeroEnd) = LongestZeroRun(address);
        var text = new StringBuilder();
        for (var group = 0; group < Length / 2; group++)
        {
            if (group == zeroStart)
            {
                text.Append("::");
                group = zeroEnd - 1;
                continue;
            }

            if (group > 0 && group != zeroEnd)
            {
                text.Append(':');
            }

            text.Append(Group(address, group).ToString("x", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Whether a part of the text is four numbers up to 255 without leading zeros, with dots between them.</summary>
    public static bool IsDottedQuad(string text, int start, int end)
    {
        var dots = 0;
        var digits = 0;
        var value = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '.' && digits > 0)
            {
                dots++;
                digits = value = 0;
            }
            else if (GoText.IsDigit(text[i]) && (digits == 0 || value > 0) && (value = (value * 10) + text[i] - '0') <= 255)
            {
                digits++;
            }
            else
            {
                return false;
            }
        }

        return dots == 3 && digits > 0;
    }

    private static int Group(byte[] address, int group) => (address[group * 2] << 8) | address[(group * 2) + 1];

    private static (int Start, int End) LongestZeroRun(byte[] address)
    {
        var best = (Start: -1, End: -1);
        for (var start = 0; start < Length / 2; start++)
        {
            var end = start;
            while (end < Length / 2 && Group(address, end) == 0)
            {
                end++;
            }

            if (end - start >= 2 && end - start > best.End - best.Start)
            {
                best = (start, end);
            }
        }

        return best;
    }

    private static bool TryParseV4(string text, int start, byte[] address, int at)
    {
        var field = 0;
        var digits = 0;
        var value = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '.')
            {
                if (digits == 0 || field == 3)
                {
                    return false;
                }

                address[at + field++] = (byte)value;
                digits = value = 0;
                continue;
            }

            if (!GoText.IsDigit(text[i]) || (digits == 1 && value == 0))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
            digits++;
            if (value > 255)
            {
                return false;
            }
        }

        if (field < 3 || digits == 0)
        {
            return false;
        }

        address[at + 3] = (byte)value;
        return true;
    }

    private static bool TryParseV6(string text, byte[] address)
    {
        var ellipsis = -1;
        var index = 0;
        if (text.StartsWith("::", StringComparison.Ordinal))
        {
            ellipsis = 0;
            index = 2;
        }

        var filled = 0;
        while (filled < Length && index < text.Length)
        {
            var groupStart = index;
            var value = 0;
            for (; index < text.Length && GoText.HexValue(text[index]) >= 0; index++)
            {
                value = (value << 4) | GoText.HexValue(text[index]);
                if (index - groupStart > 3)
                {
                    return false;
                }
            }

            if (index == groupStart)
            {
                return false;
            }

            if (index < text.Length && text[index] == '.')
            {
                if ((ellipsis < 0 && filled != 12) || filled + 4 > Length || !TryParseV4(text, groupStart, address, filled))
                {
                    return false;
                }

                filled += 4;
                index = text.Length;
                break;
            }

            address[filled++] = (byte)(value >> 8);
            address[filled++] = (byte)value;
            if (!TryReadColons(text, filled, ref index, ref ellipsis))
            {
                return false;
            }
        }

        return index == text.Length && Expand(address, filled, ellipsis);
    }

    private static bool TryReadColons(string text, int filled, ref int index, ref int ellipsis)
    {
        if (index == text.Length)
        {
            return true;
        }

        if (text[index] != ':' || ++index == text.Length)
        {
            return false;
        }

        if (text[index] != ':')
        {
            return true;
        }

        var isSecond = ellipsis >= 0;
        ellipsis = filled;
        index++;
        return !isSecond;
    }

    private static bool Expand(byte[] address, int filled, int ellipsis)
    {
        if (filled == Length)
        {
            // An ellipsis stands for at least one group.
            return ellipsis < 0;
        }

        if (ellipsis < 0)
        {
            return false;
        }

        var tail = filled - ellipsis;
        Array.Copy(address, ellipsis, address, Length - tail, tail);
        Array.Clear(address, ellipsis, Length - filled);
        return true;
    }
}
