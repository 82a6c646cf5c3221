using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>Splits docker's short notation of a published port: <c>[[address:]hostPort:]containerPort[/protocol]</c>.</summary>
internal sealed class PortText
{
    /// <summary>Ports of the container.</summary>
    public PortRange Container { get; private set; }

    /// <summary>Ports of the host; null when the engine chooses.</summary>
    public PortRange? Host { get; private set; }

    /// <summary>Address of the host in its canonical form, without brackets; empty for all.</summary>
    public string Address { get; private set; } = "";

    /// <summary>tcp, udp or sctp.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>Reads the text; null when it is a published port.</summary>
    public GrammarError? Read(string text)
    {
        var containerStart = text.LastIndexOf(':') + 1;
        var hostEnd = Math.Max(containerStart - 1, 0);
        var hostStart = hostEnd == 0 ? 0 : text.LastIndexOf(':', hostEnd - 1) + 1;
        return ReadAddress(text, hostStart - 1) ?? ReadContainer(text, containerStart) ?? ReadHost(text, hostStart, hostEnd);
    }

    private GrammarError? ReadAddress(string text, int end)
    {
        if (end <= 0)
        {
            return null;
        }

        var address = text.Substring(0, end);
        if (address[0] == '[')
        {
            var isClosed = address.IndexOf(']') == end - 1 && address.LastIndexOf('[') == 0;
            address = isClosed ? address.Substring(1, end - 2) : address;
        }

        var canonical = "";
        if (address.Length > 0 && (!GoIpAddress.TryParse(address, out _) || !GoIpAddress.TryNormalize(address, out canonical)))
        {
            return new GrammarError(
                $"'{text}' is not a published port: '{address}' is not an IP address; write one such as 127.0.0.1 or [::1], or leave it out",
                new TextRange(0, end),
                address == "localhost" ? $"127.0.0.1{text.Substring(end)}" : null
            );
        }

        Address = canonical;
        return null;
    }

    private static MessageText NotPublished(string text, string why) =>
        $"'{text}' is not a published port ([[address:]host:]container[/protocol]): {MessageText.Words(why)}";

    private GrammarError? ReadContainer(string text, int start)
    {
        var protocol = PortProtocol.Read(text, start, text.Length, out var end);
        if (!PortRange.TryParseSigned(text, start, end, out var range))
        {
            return new GrammarError(
                end == start
                    ? NotPublished(text, "it names no port of the container; write one last")
                    : NotPublished(text, "the container's port must be 0 to 65535 or a rising range such as 8000-8010"),
                TextRange.Between(start, end),
                PortRange.WithoutThirdPart(text, start, end)
            );
        }

        Container = range;
        Protocol = protocol;
        return Protocol is "tcp" or "udp" or "sctp"
            ? null
            : new GrammarError(
                $"'{text}' is not a published port: '{protocol}' is not a protocol; write tcp, udp or sctp",
                new TextRange(end + 1, protocol.Length),
                Meant(protocol) is { } meant ? $"{text.Substring(0, end + 1)}{meant}" : null
            );
    }

    // Docker read 80/tcp/udp as 80/tcp until version 28.
    private static string? Meant(string protocol)
    {
        var slash = protocol.IndexOf('/');
        return NearestName.FindOne(slash < 0 ? protocol : protocol.Substring(0, slash), ["tcp", "udp", "sctp"]);
    }

    private GrammarError? ReadHost(string text, int start, int end)
    {
        if (end <= start)
        {
            return null;
        }

        if (!PortRange.TryParseSigned(text, start, end, out var range))
        {
            return new GrammarError(
                $"'{text}' is not a published port ([[address:]host:]container[/protocol]): the host's port must be 0 to 65535 or a rising range such as 8000-8010",
                TextRange.Between(start, end),
                PortRange.WithoutThirdPart(text, start, end)
            );
        }

        Host = range;
        return Container.Span == 0 || Container.Span == range.Span
            ? null
            : new GrammarError(
                $"'{text}' is not a published port: {Container.Span + 1} ports of the container cannot take {range.Span + 1} of the host; write ranges of the same length",
                TextRange.Between(start, end)
            );
    }
}
