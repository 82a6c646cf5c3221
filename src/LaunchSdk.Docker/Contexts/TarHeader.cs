using System.Globalization;
using System.Text;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// Headers of tar entries: ustar, and pax before it for what ustar cannot say. The owner is root and the time is always the same.
/// </summary>
internal static class TarHeader
{
    public const int BlockSize = 512;

    // 2000-01-01, because zip files, which wheels are, begin in 1980.
    private const long FixedTime = 946_684_800;
    private const long LargestSize = (1L << 33) - 1;
    private const int LongestName = 100;
    private const int LongestPrefix = 155;

    /// <summary>An entry's header with its pax header.</summary>
    public static byte[] Create(ContextEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Kind == ContextEntryKind.Directory ? entry.Path + "/" : entry.Path);
        var link = Encoding.UTF8.GetBytes(entry.LinkTarget ?? "");
        var pax = new StringBuilder();
        var split = Split(name);
        AddRecord(pax, "path", split < 0 || !IsAscii(name) ? Encoding.UTF8.GetString(name) : null);
        AddRecord(pax, "linkpath", link.Length > LongestName || !IsAscii(link) ? entry.LinkTarget : null);
        AddRecord(pax, "size", entry.Length > LargestSize ? entry.Length.ToString(CultureInfo.InvariantCulture) : null);
        var type = entry.Kind switch
        {
            ContextEntryKind.Directory => '5',
            ContextEntryKind.SymbolicLink => '2',
            _ => '0',
        };
        var header = Block(name, Math.Max(split, 0), link, (int)entry.Mode, entry.Length > LargestSize ? 0 : entry.Length, type);
        return pax.Length == 0 ? header : [.. Extended(pax.ToString()), .. header];
    }

    /// <summary>How many bytes fill an entry's content up to whole blocks.</summary>
    public static int Padding(long length) => (int)((BlockSize - (length % BlockSize)) % BlockSize);

    private static byte[] Extended(string records)
    {
        var body = Encoding.UTF8.GetBytes(records);
        return [.. Block("PaxHeaders/x"u8, 0, [], 0b110_100_100, body.Length, 'x'), .. body, .. new byte[Padding(body.Length)]];
    }

    private static byte[] Block(ReadOnlySpan<byte> name, int split, ReadOnlySpan<byte> link, int mode, long size, char type)
    {
        var block = new byte[BlockSize];
        var own = split == 0 ? name : name[(split + 1)..];
        own[..Math.Min(own.Length, LongestName)].CopyTo(block);
        Octal(block.AsSpan(100, 8), mode);
        Octal(block.AsSpan(108, 8), 0);
        Octal(block.AsSpan(116, 8), 0);
        Octal(block.AsSpan(124, 12), size);
        Octal(block.AsSpan(136, 12), FixedTime);
        block.AsSpan(148, 8).Fill((byte)' ');
        block[156] = (byte)type;
        link[..Math.Min(link.Length, LongestName)].CopyTo(block.AsSpan(157));
        "ustar\000"u8.CopyTo(block.AsSpan(257));
        name[..split].CopyTo(block.AsSpan(345));
        var sum = 0;
        foreach (var value in block)
        {
            sum += value;
        }

        Octal(block.AsSpan(148, 7), sum);
        return block;
    }

    // Where the name divides into ustar's two fields: 0 when one is enough, -1 when two are not.
    private static int Split(ReadOnlySpan<byte> name)
    {
        if (name.Length <= LongestName)
        {
            return 0;
        }

        for (var at = Math.Min(LongestPrefix, name.Length - 2); at > 0 && name.Length - at - 1 <= LongestName; at--)
        {
            if (name[at] == '/')
            {
                return at;
            }
        }

        return -1;
    }

    // A pax record begins with its own length, which counts the digits of the length.
    private static void AddRecord(StringBuilder pax, string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        var rest = Encoding.UTF8.GetByteCount(value) + key.Length + 3;
        var length = rest + Digits(rest);
        length = rest + Digits(length);
        pax.Append(CultureInfo.InvariantCulture, $"{length} {key}={value}\n");
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static bool IsAscii(ReadOnlySpan<byte> text) => Ascii.IsValid(text);

    private static void Octal(Span<byte> field, long value)
    {
        field[^1] = 0;
        for (var i = field.Length - 2; i >= 0; i--, value >>= 3)
        {
            field[i] = (byte)('0' + (value & 7));
        }
    }
}
