using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <content>Docker's two notations. A mapping is read into an object that has its text and nothing else yet.</content>
public sealed partial class PortMapping
{
    /// <summary>Reads the text of this object; null when it is a published port.</summary>
    private GrammarError? Read() => Text.IndexOf('=') < 0 ? ReadShort(Text) : ReadLong(Text);

    /// <summary>Reads docker's short notation, <c>[[address:]hostPort:]containerPort[/protocol]</c>.</summary>
    private GrammarError? ReadShort(string text)
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
                $"'{text}' is not a published port: '{address}' is not an IP address; write one such as 127.0.0.1 or "
                    + $"[::1], or leave it out",
                new TextRange(0, end),
                address == "localhost" ? $"127.0.0.1{text.Substring(end)}" : null
            );
        }

        HostAddress = canonical;
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
                $"'{text}' is not a published port ([[address:]host:]container[/protocol]): the host's port must be 0 "
                    + $"to 65535 or a rising range such as 8000-8010",
                TextRange.Between(start, end),
                PortRange.WithoutThirdPart(text, start, end)
            );
        }

        Host = range;
        return Container.Span == 0 || Container.Span == range.Span
            ? null
            : new GrammarError(
                $"'{text}' is not a published port: {Container.Span + 1} ports of the container cannot take "
                    + $"{range.Span + 1} of the host; write ranges of the same length",
                TextRange.Between(start, end)
            );
    }

    /// <summary>
    /// Reads docker's long notation, <c>published=8080,target=80,protocol=tcp</c>, which docker rewrites into the short one.
    /// Keys that docker does not know are ignored, as docker does.
    /// </summary>
    private GrammarError? ReadLong(string text)
    {
        var published = "";
        var target = "";
        var protocol = "tcp";
        var targetRange = new TextRange(0, text.Length);
        for (var start = 0; start <= text.Length; )
        {
            var comma = text.IndexOf(',', start);
            var end = comma < 0 ? text.Length : comma;
            var sign = text.IndexOf('=', start, end - start);
            if (sign <= start)
            {
                return new GrammarError(
                    $"'{text}' is not a published port: '{text.Substring(start, end - start)}' is not key=value; "
                        + $"write for example published=8080,target=80",
                    TextRange.Between(start, end)
                );
            }

            var value = text.Substring(sign + 1, end - sign - 1);
            switch (text.Substring(start, sign - start))
            {
                case "published":
                    published = value;
                    break;
                case "target":
                    target = value;
                    targetRange = TextRange.Between(sign + 1, end);
                    break;
                case "protocol":
                    protocol = value;
                    break;
            }

            start = end + 1;
        }

        var fault = ReadShort($"{published}:{target}/{protocol}");
        return fault is null
            ? null
            : new GrammarError(
                target.Length == 0
                    ? $"'{text}' is not a published port: it names no port of the container; write target=80 with that port"
                    : $"'{text}' is not a published port, for docker reads it so: {fault.Sentence}",
                target.Length == 0 ? targetRange : new TextRange(0, text.Length)
            );
    }
}
