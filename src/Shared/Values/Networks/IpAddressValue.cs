using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace LaunchSdk.Values;

/// <summary>
/// An IPv4 or IPv6 address (<c>dns</c>, <c>ip</c>, <c>ip6</c>) such as <c>8.8.8.8</c> or <c>2001:db8::68</c>; white space around it does
/// not count.
/// </summary>
/// <remarks>
/// An empty text is unset where one address is taken (<c>ip</c>, <c>ip6</c>).
/// As Go's <c>net.ParseIP</c>: no brackets, no zone, no leading zeros in IPv4, and docker sends the canonical form.
/// </remarks>
public sealed partial class IpAddressValue : DockerValue
{
    private readonly byte[] _address = [];

    private IpAddressValue(string text, byte[] address)
        : base(text) => _address = address;

    private IpAddressValue(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The address in the form that docker sends: <c>2001:DB8:0:0:0:0:0:68</c> is <c>2001:db8::68</c>.</summary>
    /// <remarks>Empty when unset.</remarks>
    public string Normalized => IsUnset ? "" : GoIpAddress.Format(Known(_address));

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(_address).Length == 0;

    /// <summary>Whether the address is IPv4, or an IPv4 address written as IPv6.</summary>
    public bool IsIPv4 => !IsUnset && GoIpAddress.IsV4(_address);

    /// <summary>
    /// The address as IPv6, which is how docker sends <c>ip6</c>: an IPv4 address is <c>::ffff:a.b.c.d</c>. Empty when unset.
    /// </summary>
    internal string NormalizedV6 => IsUnset ? "" : GoIpAddress.FormatV6(_address);

    /// <summary>The same address; a zone (<c>%eth0</c>) is left out.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The value.</returns>
    public static IpAddressValue From(IPAddress address) =>
        address is null ? throw new ArgumentNullException(nameof(address)) : Parse(new IPAddress(address.GetAddressBytes()).ToString());

    /// <summary>Reads an address as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The address; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an IP address.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out IpAddressValue? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (GoIpAddress.TryParse(GoText.TrimSpace(text), out var address))
        {
            value = new IpAddressValue(text, address);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            "an IP address (IPv4 or IPv6, without brackets, zone or port)",
            "write for example 8.8.8.8 or 2001:db8::68",
            Suggest(text)
        );
        return false;
    }

    /// <summary>Reads an address as docker's client does where an empty text leaves the option unset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The address; null when the text is none.</param>
    /// <param name="error">Why it is none.</param>
    /// <returns>Whether the text is an address or empty.</returns>
    public static bool TryParseOptional(
        string text,
        [NotNullWhen(true)] out IpAddressValue? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        if (text.Length > 0)
        {
            return TryParse(text, out value, out error);
        }

        value = new IpAddressValue(text, []);
        error = null;
        return true;
    }

    /// <summary>
    /// Whether the text is an IPv4 address beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => GoIpAddress.IsDottedQuad(text, 0, text.Length);

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The address, or the template.</returns>
    /// <exception cref="FormatException">The text is neither an IP address, empty, nor a template.</exception>
    public static IpAddressValue Parse(string text) =>
        ValueParser.Parse<IpAddressValue>(text, TryParseOptional, static t => new IpAddressValue(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator IpAddressValue(string text) => Parse(text);

    /// <inheritdoc cref="From"/>
    public static implicit operator IpAddressValue(IPAddress address) => From(address);

    /// <summary>
    /// The address that was meant: brackets, a zone, the length of a prefix and leading zeros can go. Null when none is clear.
    /// </summary>
    internal static string? Suggest(string text)
    {
        var bare = GoText.TrimSpace(text).TrimStart('[');
        var end = bare.IndexOfAny([']', '%', '/']);
        bare = end < 0 ? bare : bare.Remove(end);
        if (bare.IndexOf(':') < 0)
        {
            bare = string.Join(".", bare.Split('.').Select(static part => part.Length > 1 ? part.TrimStart('0').PadLeft(1, '0') : part));
        }

        return GoIpAddress.TryParse(bare, out _) ? bare : null;
    }
}
