using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace LaunchSdk.Values;

/// <summary>An IPv4 or IPv6 address (<c>dns</c>) such as <c>8.8.8.8</c> or <c>2001:db8::68</c>; white space around it does not count.</summary>
/// <remarks>As Go's <c>net.ParseIP</c>: no brackets, no zone, no leading zeros in IPv4, and docker sends the canonical form.</remarks>
public sealed partial class IpAddressValue : DockerValue
{
    private readonly byte[] _address = [];

    private IpAddressValue(string text, byte[] address)
        : base(text) => _address = address;

    private IpAddressValue(string text)
        : base(text, isTemplate: true)
    {
    }

    /// <summary>The address in the form that docker sends: <c>2001:DB8:0:0:0:0:0:68</c> is <c>2001:db8::68</c>.</summary>
    public string Normalized => GoIpAddress.Format(Known(_address));

    /// <summary>Whether the address is IPv4, or an IPv4 address written as IPv6.</summary>
    public bool IsIPv4 => GoIpAddress.IsV4(Known(_address));

    /// <summary>The same address; a zone (<c>%eth0</c>) is left out.</summary>
    public static IpAddressValue From(IPAddress address) =>
        address is null ? throw new ArgumentNullException(nameof(address)) : Parse(new IPAddress(address.GetAddressBytes()).ToString());

    /// <summary>Reads an address as docker's client does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IpAddressValue? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (GoIpAddress.TryParse(GoText.TrimSpace(text), out var address))
        {
            value = new IpAddressValue(text, address);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(text, "an IP address (IPv4 or IPv6, without brackets, zone or port)", "write for example 8.8.8.8 or 2001:db8::68", Suggest(text));
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither an IP address nor a template.</exception>
    public static IpAddressValue Parse(string text) => ValueParser.Parse<IpAddressValue>(text, TryParse, static t => new IpAddressValue(t));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator IpAddressValue(string text) => Parse(text);

    /// <summary>As <see cref="From"/>.</summary>
    public static implicit operator IpAddressValue(IPAddress address) => From(address);

    /// <summary>Brackets, a zone and leading zeros can go without changing what is meant.</summary>
    private static string? Suggest(string text)
    {
        var bare = GoText.TrimSpace(text).TrimStart('[');
        var end = bare.IndexOfAny([']', '%']);
        bare = end < 0 ? bare : bare.Remove(end);
        if (bare.IndexOf(':') < 0)
        {
            bare = string.Join(".", bare.Split('.').Select(static part => part.Length > 1 ? part.TrimStart('0').PadLeft(1, '0') : part));
        }

        return GoIpAddress.TryParse(bare, out _) ? bare : null;
    }
}
