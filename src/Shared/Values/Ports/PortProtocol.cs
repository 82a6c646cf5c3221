namespace LaunchSdk.Values;

/// <summary>
/// Splits <c>port/protocol</c> as docker does: tcp where none is named, and the protocol is all that follows the first <c>/</c>, in lower
/// case.
/// </summary>
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

        return end == slash + 1 ? "tcp" : GoCase.ToLower(text.Substring(slash + 1, end - slash - 1));
    }
}
