using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// A network of the container (<c>docker run --network</c>): a name, <c>bridge</c>, <c>host</c>, <c>none</c> or <c>container:NAME</c>;
/// or one CSV record such as <c>name=backend,alias=db,ip=10.0.0.5</c>.
/// </summary>
/// <remarks>A text that holds <c>word=word</c> anywhere is CSV, and docker then puts all of it in lower case.</remarks>
public sealed partial class NetworkAttachment : DockerValue
{
    private static readonly IReadOnlyDictionary<string, string> NoOptions = new Dictionary<string, string>(StringComparer.Ordinal);

    private NetworkAttachment(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Name or id of the network, or a mode such as <c>host</c>.</summary>
    public string Target
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>Further names of the container in this network (<c>alias</c>).</summary>
    public IReadOnlyList<string> Aliases
    {
        get => Known(field);
        private set;
    } = [];

    /// <summary>The container's IPv4 address (<c>ip</c>) in its canonical form; empty when not given.</summary>
    /// <remarks>Docker does not check that it is IPv4.</remarks>
    public string IPv4Address
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>The container's IPv6 address (<c>ip6</c>) in its canonical form; empty when not given.</summary>
    /// <remarks>Docker does not check that it is IPv6.</remarks>
    public string IPv6Address
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>
    /// The container's MAC address in this network (<c>mac-address</c>; engine API 1.44) as it is sent, in lower case with colons;
    /// empty when not given.
    /// </summary>
    public string MacAddress
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>Addresses that are valid on the link only (<c>link-local-ip</c>) in their canonical form.</summary>
    public IReadOnlyList<string> LinkLocalIps
    {
        get => Known(field);
        private set;
    } = [];

    /// <summary>Options for the network's driver (<c>driver-opt</c>).</summary>
    public IReadOnlyDictionary<string, string> DriverOptions
    {
        get => Known(field);
        private set;
    } = NoOptions;

    /// <summary>The network with the highest priority is the gateway (<c>gw-priority</c>); 0 when not given.</summary>
    public long GatewayPriority
    {
        get => Known(field);
        private set;
    }

    /// <summary>
    /// A network that somebody made: not <c>default</c>, <c>bridge</c>, <c>host</c>, <c>none</c> or another container's. Only such networks
    /// know aliases.
    /// </summary>
    public bool IsUserDefined => IsOwn(Target);

    /// <summary>The engine's own network.</summary>
    public static NetworkAttachment Bridge { get; } = Parse("bridge");

    /// <summary>The network of the host itself.</summary>
    public static NetworkAttachment Host { get; } = Parse("host");

    /// <summary>No network.</summary>
    public static NetworkAttachment None { get; } = Parse("none");

    /// <summary>A network by name or id.</summary>
    /// <param name="network">Name or id of the network.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds <c>word=word</c>.</exception>
    public static NetworkAttachment Named(string network) =>
        ValueFactory.Make(network ?? "", TryParse, Template, made => made.Target == network);

    /// <summary>The network of another container.</summary>
    /// <param name="container">Name or id of the other container.</param>
    /// <returns>The network.</returns>
    public static NetworkAttachment OfContainer(string container) => Named("container:" + container);

    /// <summary>The same network in which the container has one more name.</summary>
    /// <param name="alias">The further name.</param>
    /// <returns>The network with the name.</returns>
    /// <exception cref="ArgumentException">The network takes no aliases, or its name is not in lower case.</exception>
    public NetworkAttachment WithAlias(string alias) => With("alias", alias);

    /// <summary>The same network with a fixed IPv4 address.</summary>
    /// <param name="address">An IPv4 address.</param>
    /// <returns>The network with the address.</returns>
    /// <exception cref="ArgumentException">The text is not an IP address, or the network's name is not in lower case.</exception>
    public NetworkAttachment WithIPv4Address(string address) => With("ip", address);

    /// <summary>The same network with a fixed IPv6 address.</summary>
    /// <param name="address">An IPv6 address, without brackets.</param>
    /// <returns>The network with the address.</returns>
    /// <exception cref="ArgumentException">The text is not an IP address, or the network's name is not in lower case.</exception>
    public NetworkAttachment WithIPv6Address(string address) => With("ip6", address);

    /// <summary>The same network with a fixed MAC address.</summary>
    /// <param name="address">A MAC address, such as <c>92:d0:c6:0a:29:33</c>.</param>
    /// <returns>The network with the address.</returns>
    /// <exception cref="ArgumentException">The text is not a MAC address, or the network's name is not in lower case.</exception>
    public NetworkAttachment WithMacAddress(string address) => With("mac-address", address);

    /// <summary>The same network with one more address that is valid on the link only.</summary>
    /// <param name="address">An IP address.</param>
    /// <returns>The network with the address.</returns>
    /// <exception cref="ArgumentException">The text is not an IP address, or the network's name is not in lower case.</exception>
    public NetworkAttachment WithLinkLocalIp(string address) => With("link-local-ip", address);

    /// <summary>The same network with one more option for its driver; docker writes both in lower case.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The network with the option.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the network's name is not in lower case.</exception>
    public NetworkAttachment WithDriverOption(string name, string value) => With("driver-opt", name + "=" + value);

    /// <summary>The same network with a priority as gateway.</summary>
    /// <param name="priority">The priority; the highest one wins, and may be negative.</param>
    /// <returns>The network with the priority.</returns>
    /// <exception cref="ArgumentException">The network's name is not in lower case.</exception>
    public NetworkAttachment WithGatewayPriority(long priority) => With("gw-priority", priority.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The network; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out NetworkAttachment? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var network = new NetworkAttachment(text);
        error = Suggestion.Check(new Parser(text, network).Read(), static meant => new Parser(meant, new NetworkAttachment(meant)).Read());
        value = error is null ? network : null;
        return value is not null;
    }

    /// <summary>
    /// Whether the text is a network's name beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => text.Length > 0 && GoText.IsLetter(text[0]) && !IsLong(text);

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The network, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a network nor a template.</exception>
    public static NetworkAttachment Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator NetworkAttachment(string text) => Parse(text);

    private NetworkAttachment With(string key, string value)
    {
        var target = Target;
        var isShort = !IsLong(Text);
        var fields = CsvRecord.Write([key + "=" + value]);
        return ValueFactory.Make(
            isShort ? CsvRecord.Write(["name=" + target]) + "," + fields : Text + "," + fields,
            TryParse,
            Template,
            made => made.Target == target
        );
    }

    private static NetworkAttachment Template(string text) => new(text, isTemplate: true);
}
