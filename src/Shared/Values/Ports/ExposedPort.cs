using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>Ports that the container listens on (<c>docker run --expose</c>): <c>port[-port][/protocol]</c>.</summary>
/// <remarks>The protocol is not checked by docker; the engine knows tcp, udp and sctp.</remarks>
public sealed partial class ExposedPort : DockerValue
{
    private ExposedPort(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The first port, 0 to 65535.</summary>
    public int First
    {
        get => Known(field);
        private init;
    }

    /// <summary>The last port of the range; the first again for a single port.</summary>
    public int Last
    {
        get => Known(field);
        private init;
    }

    /// <summary>The protocol in lower case; <c>tcp</c> when none is written.</summary>
    public string Protocol
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Each port with its protocol, as in <c>80/tcp</c>.</summary>
    public IReadOnlyList<string> Ports
    {
        get
        {
            var protocol = Protocol;
            return Enumerable
                .Range(First, Last - First + 1)
                .Select(port => port.ToString(CultureInfo.InvariantCulture) + "/" + protocol)
                .ToList();
        }
    }

    /// <summary>One TCP port.</summary>
    /// <param name="port">Port in the container, 0 to 65535.</param>
    /// <returns>The port.</returns>
    /// <exception cref="ArgumentException">The number is not 0 to 65535.</exception>
    public static ExposedPort Tcp(int port) => Range(port, port, "tcp");

    /// <summary>One UDP port.</summary>
    /// <param name="port">Port in the container, 0 to 65535.</param>
    /// <returns>The port.</returns>
    /// <exception cref="ArgumentException">The number is not 0 to 65535.</exception>
    public static ExposedPort Udp(int port) => Range(port, port, "udp");

    /// <summary>Consecutive ports of a protocol (tcp, udp or sctp).</summary>
    /// <param name="first">The first port.</param>
    /// <param name="last">The last port.</param>
    /// <param name="protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
    /// <returns>The ports.</returns>
    /// <exception cref="ArgumentException">
    /// A number is not 0 to 65535, the last is smaller than the first, or the protocol is empty or holds <c>/</c> or a colon.
    /// </exception>
    public static ExposedPort Range(int first, int last, string protocol)
    {
        var ports = first == last ? $"{first}" : $"{first}-{last}";
        return ValueFactory.Make(
            protocol == "tcp" ? ports : ports + "/" + protocol,
            TryParse,
            Template,
            made => made.First == first && made.Last == last && made.Protocol == GoCase.ToLower(protocol)
        );
    }

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The port; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a port to expose.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ExposedPort? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        var protocol = PortProtocol.Read(text, 0, text.Length, out var end);
        var colon = text.IndexOf(':', 0, end);
        if (colon >= 0)
        {
            error = new GrammarError(
                $"'{text}' is not a port to expose (port[-port][/protocol], without an address or host port): leave "
                    + $"out what stands up to the colon, or use 'publish'",
                TextRange.Between(0, colon + 1),
                Accepted(text.Substring(text.LastIndexOf(':') + 1))
            );
            return false;
        }

        if (!PortRange.TryParse(text, 0, end, out var range))
        {
            error = new GrammarError(
                $"'{text}' is not a port to expose (port[-port][/protocol], ports 0 to 65535 in rising order): write "
                    + $"for example 8000-8010/udp",
                TextRange.Between(0, end),
                Accepted(PortRange.WithoutThirdPart(text, 0, end) ?? GoText.TrimSpace(text).TrimStart('+'))
            );
            return false;
        }

        error = null;
        value = new ExposedPort(text)
        {
            First = range.First,
            Last = range.Last,
            Protocol = protocol,
        };
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The port, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a port nor a template.</exception>
    public static ExposedPort Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ExposedPort(string text) => Parse(text);

    /// <inheritdoc cref="Tcp"/>
    public static implicit operator ExposedPort(int port) => Tcp(port);

    private static string? Accepted(string suggestion)
    {
        PortProtocol.Read(suggestion, 0, suggestion.Length, out var end);
        return PortRange.TryParse(suggestion, 0, end, out _) ? suggestion : null;
    }

    private static ExposedPort Template(string text) => new(text, isTemplate: true);
}
