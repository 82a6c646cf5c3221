namespace LaunchSdk.Values;

/// <summary>Splits <c>port/protocol</c> as docker does: tcp where none is named, and what follows a second <c>/</c> is ignored.</summary>
internal static class PortProtocol
{
    /// <summary>The end of the port and the name of the protocol in a part of the text.</summary>
    public static string Read(string text, int start, int end, out int portEnd)
    {
        var slash = text.IndexOf('/', start, end - start);
        portEnd = slash < 0 ? end : slash;
        if (slash < 0)
        {
            return "tcp";
        }

        var second = text.IndexOf('/', slash + 1, end - slash - 1);
        var protocolEnd = second < 0 ? end : second;
        return protocolEnd == slash + 1 ? "tcp" : text.Substring(slash + 1, protocolEnd - slash - 1);
    }
}
