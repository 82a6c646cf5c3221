using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// A line for the container's <c>/etc/hosts</c> (<c>docker run --add-host</c>): <c>name:ip</c> or <c>name=ip</c>, IPv6 with or without
/// brackets.
/// </summary>
public sealed partial class HostMapping : DockerValue
{
    private const string HostGateway = "host-gateway";

    private HostMapping(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The name that the container resolves.</summary>
    public string Host
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The IP address without brackets, otherwise as written; or <c>host-gateway</c>.</summary>
    public string Address
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The engine fills in the address under which a container reaches the host.</summary>
    public bool IsHostGateway => Address == HostGateway;

    /// <summary>A name for an IPv4 or IPv6 address.</summary>
    /// <param name="host">The name to resolve.</param>
    /// <param name="address">The IP address, IPv6 without brackets.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds <c>=</c> or a colon, or the address is no IP address.</exception>
    public static HostMapping To(string host, string address) =>
        ValueFactory.Make($"{host}={address}", TryParse, Template, made => made.Host == host);

    /// <summary>A name for the host that runs the container, such as <c>host.docker.internal</c>.</summary>
    /// <param name="host">The name to resolve.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds <c>=</c> or a colon.</exception>
    public static HostMapping ToHostGateway(string host) => To(host, HostGateway);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The line; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a name and an address.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out HostMapping? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        var sign = text.IndexOf('=');
        var separator = sign >= 0 ? sign : text.IndexOf(':');
        if (separator <= 0 || text.IndexOf(':', 0, separator) >= 0)
        {
            error = GrammarError.Whole(
                text,
                $"'{text}' does not map a host (name:ip or name=ip, the name without a colon): write for example db:10.0.0.5"
            );
            return false;
        }

        var address = text.Substring(separator + 1);
        if (address.Length > 2 && address[0] == '[' && address[address.Length - 1] == ']')
        {
            address = address.Substring(1, address.Length - 2);
        }

        if (address != HostGateway && !GoIpAddress.TryParse(GoText.TrimSpace(address), out _))
        {
            var meant = string.Equals(address.Trim().Replace('_', '-'), HostGateway, StringComparison.OrdinalIgnoreCase)
                ? $"{text.Substring(0, separator + 1)}{HostGateway}"
                : null;
            error = new GrammarError(
                $"'{text}' does not map a host: '{address}' is neither an IP address nor {HostGateway}: write "
                    + $"{meant ?? "for example db:10.0.0.5"}",
                TextRange.Between(separator + 1, text.Length),
                meant
            );
            return false;
        }

        error = null;
        value = new HostMapping(text) { Host = text.Substring(0, separator), Address = address };
        return true;
    }

    /// <summary>
    /// Whether the text is a name and an IPv4 address beyond doubt, found without making a value; false leaves the answer to
    /// <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && text.IndexOf('=') < 0 && GoIpAddress.IsDottedQuad(text, colon + 1, text.Length);
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The line, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a mapping nor a template.</exception>
    public static HostMapping Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator HostMapping(string text) => Parse(text);

    private static HostMapping Template(string text) => new(text, isTemplate: true);
}
