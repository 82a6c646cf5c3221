namespace LaunchSdk.Values;

/// <summary>A port or a range of ports as docker reads them: decimal digits, 0 to 65535.</summary>
/// <param name="First">The first port.</param>
/// <param name="Last">The last port, the first again where there is no range.</param>
internal readonly record struct PortRange(int First, int Last)
{
    /// <summary>How many ports lie between the first and the last.</summary>
    public int Span => Last - First;

    /// <summary>Reads a part of the text. What follows a second <c>-</c> is ignored, as docker does.</summary>
    public static bool TryParse(string text, int start, int end, out PortRange range)
    {
        range = default;
        var dash = text.IndexOf('-', start, end - start);
        if (!TryReadPort(text, start, dash < 0 ? end : dash, out var first))
        {
            return false;
        }

        var last = first;
        if (dash >= 0)
        {
            var second = text.IndexOf('-', dash + 1, end - dash - 1);
            if (!TryReadPort(text, dash + 1, second < 0 ? end : second, out last) || last < first)
            {
                return false;
            }
        }

        range = new PortRange(first, last);
        return true;
    }

    private static bool TryReadPort(string text, int start, int end, out int port)
    {
        var isPort = GoInteger.TryParseUnsigned(text, start, end, 10, out var number, out _) && number <= ushort.MaxValue;
        port = isPort ? (int)number : 0;
        return isPort;
    }
}
