using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// Ports of the container that the host offers (<c>docker run --publish</c>): <c>[[address:]host:]container[/protocol]</c>, each port
/// perhaps a range,
/// or <c>published=8080,target=80,protocol=tcp</c>.
/// </summary>
public sealed partial class PortMapping : DockerValue
{
    private PortMapping(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The address of the host to listen on, in its canonical form and without brackets; empty for all.</summary>
    public string HostAddress
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>tcp, udp or sctp.</summary>
    public string Protocol
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>The bindings that the notation stands for, one for each port of the container. Made anew at each call.</summary>
    public IReadOnlyList<PublishedPort> Bindings
    {
        get
        {
            var container = Container;
            return Enumerable
                .Range(0, container.Span + 1)
                .Select(offset => new PublishedPort(container.First + offset, Protocol, HostAddress, HostPort(offset)))
                .ToList();
        }
    }

    private PortRange Container
    {
        get => Known(field);
        set;
    }

    private PortRange? Host { get; set; }

    /// <summary>A TCP port of the container at a port of the host.</summary>
    /// <param name="hostPort">Port on the host, 0 to 65535.</param>
    /// <param name="containerPort">Port in the container, 0 to 65535.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException">A number is not 0 to 65535.</exception>
    public static PortMapping Tcp(int hostPort, int containerPort) => Publish(hostPort, containerPort, "tcp");

    /// <summary>A UDP port of the container at a port of the host.</summary>
    /// <param name="hostPort">Port on the host, 0 to 65535.</param>
    /// <param name="containerPort">Port in the container, 0 to 65535.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException">A number is not 0 to 65535.</exception>
    public static PortMapping Udp(int hostPort, int containerPort) => Publish(hostPort, containerPort, "udp");

    /// <summary>A TCP port of the container at a port of the host that the engine chooses.</summary>
    /// <param name="containerPort">Port in the container, 0 to 65535.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException">The number is not 0 to 65535.</exception>
    public static PortMapping AnyHostPort(int containerPort) =>
        ValueFactory.Make(containerPort.ToString(CultureInfo.InvariantCulture), TryParse, Template, static _ => true);

    /// <summary>The same ports at one address of the host, such as <c>127.0.0.1</c> or <c>::1</c>.</summary>
    /// <param name="hostAddress">IPv4 or IPv6 address of the host, without brackets.</param>
    /// <returns>The mapping at the address.</returns>
    /// <exception cref="ArgumentException">The text is not an IP address.</exception>
    /// <exception cref="InvalidOperationException">The value is a template.</exception>
    public PortMapping On(string hostAddress)
    {
        var canonical = GoIpAddress.TryNormalize(hostAddress, out var address) ? address : hostAddress;
        var ip = hostAddress.IndexOf(':') is >= 0 ? "[" + hostAddress + "]" : hostAddress;
        var protocol = Protocol == "tcp" ? "" : "/" + Protocol;
        var hostPorts = Host is { } host ? Range(host) : "";
        return ValueFactory.Make(
            $"{ip}:{hostPorts}:{Range(Container)}{protocol}",
            TryParse,
            Template,
            made => made.HostAddress == canonical
        );
    }

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The mapping; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a published port.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PortMapping? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var mapping = new PortMapping(text);
        error = Suggestion.CheckOrTrim(mapping.Read(), text, static meant => new PortMapping(meant).Read());
        value = error is null ? mapping : null;
        return value is not null;
    }

    /// <summary>
    /// Whether the text is a mapping beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    /// <remarks><c>[address:]host:container</c> with single ports, and at most <c>/tcp</c> after them.</remarks>
    internal static bool IsPlain(string text)
    {
        var end = text.EndsWith("/tcp", StringComparison.Ordinal) ? text.Length - 4 : text.Length;
        var colon = text.LastIndexOf(':');
        var hostStart = colon <= 0 ? 0 : text.LastIndexOf(':', colon - 1) + 1;
        return colon > hostStart
            && colon < end
            && (hostStart == 0 || GoIpAddress.IsDottedQuad(text, 0, hostStart - 1))
            && PortRange.TryParse(text, hostStart, colon, out var host)
            && host.Span == 0
            && PortRange.TryParse(text, colon + 1, end, out var container)
            && container.Span == 0;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The mapping, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a mapping nor a template.</exception>
    public static PortMapping Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator PortMapping(string text) => Parse(text);

    private static PortMapping Publish(int hostPort, int containerPort, string protocol)
    {
        var suffix = protocol == "tcp" ? "" : "/" + protocol;
        return ValueFactory.Make($"{hostPort}:{containerPort}{suffix}", TryParse, Template, static _ => true);
    }

    private static string Range(PortRange range) => range.Span == 0 ? $"{range.First}" : $"{range.First}-{range.Last}";

    private string HostPort(int offset)
    {
        if (Host is not { } host)
        {
            return "";
        }

        // One port of the container with a range of the host: the engine chooses within the range.
        return Container.Span == 0 ? Range(host) : (host.First + offset).ToString(CultureInfo.InvariantCulture);
    }

    private static PortMapping Template(string text) => new(text, isTemplate: true);
}
