namespace LaunchSdk.Values;

/// <summary>A port or a range of ports as docker reads them: decimal digits, 0 to 65535.</summary>
/// <param name="First">The first port.</param>
/// <param name="Last">The last port, the first again where there is no range.</param>
internal readonly record struct PortRange(int First, int Last)
{
    private delegate bool ReadPort(string text, int start, int end, out int port);

    /// <summary>How many ports lie between the first and the last.</summary>
    public int Span => Last - First;

    /// <summary>Reads a part of the text: one port, or two with a <c>-</c> between them.</summary>
    public static bool TryParse(string text, int start, int end, out PortRange range) => TryParse(text, start, end, TryReadPort, out range);

    /// <summary>
    /// As <see cref="TryParse(string, int, int, out PortRange)"/>, with or without a <c>+</c> before each port,
    /// which docker takes in a published one.
    /// </summary>
    public static bool TryParseSigned(string text, int start, int end, out PortRange range) =>
        TryParse(text, start, end, TryReadSigned, out range);

    /// <summary>
    /// The text without what follows the second <c>-</c> of a range, which docker ignored until version 28; null where there is none.
    /// </summary>
    public static string? WithoutThirdPart(string text, int start, int end)
    {
        var dash = text.IndexOf('-', start, end - start);
        var second = dash < 0 ? -1 : text.IndexOf('-', dash + 1, end - dash - 1);
        return second >= 0 && TryParseSigned(text, start, second, out _) ? text.Remove(second, end - second) : null;
    }

    private static bool TryParse(string text, int start, int end, ReadPort read, out PortRange range)
    {
        range = default;
        var dash = text.IndexOf('-', start, end - start);
        if (!read(text, start, dash < 0 ? end : dash, out var first))
        {
            return false;
        }

        var last = first;
        if (dash >= 0 && (!read(text, dash + 1, end, out last) || last < first))
        {
            return false;
        }

        range = new PortRange(first, last);
        return true;
    }

    private static bool TryReadSigned(string text, int start, int end, out int port) =>
        TryReadPort(text, start < end && text[start] == '+' ? start + 1 : start, end, out port);

    private static bool TryReadPort(string text, int start, int end, out int port)
    {
        var isPort = GoInteger.TryParseUnsigned(text, start, end, 10, out var number, out _) && number <= ushort.MaxValue;
        port = isPort ? (int)number : 0;
        return isPort;
    }
}
