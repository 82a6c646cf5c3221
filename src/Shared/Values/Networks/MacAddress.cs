using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// A MAC address (<c>mac-address</c>) such as <c>92:d0:c6:0a:29:33</c>, <c>92-d0-c6-0a-29-33</c>, <c>92d0.c60a.2933</c> or
/// <c>92d0c60a2933</c>.
/// </summary>
/// <remarks>
/// 6, 8 or 20 bytes, as Go's <c>net.ParseMAC</c> takes them. White space around it does not count; an empty text is unset.
/// </remarks>
public sealed partial class MacAddress : DockerValue
{
    private MacAddress(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>The address in the form that docker sends: pairs of lower-case digits with colons between them. Empty when unset.</summary>
    public string Normalized => Known(Normalize(Text));

    /// <summary>Reads an address as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The address; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a MAC address.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out MacAddress? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (text.Length == 0 || IsAddress(text))
        {
            value = new MacAddress(text);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            "a MAC address (pairs of hexadecimal digits with colons between them)",
            "write for example 92:d0:c6:0a:29:33",
            Suggest(text)
        );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The address, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a MAC address nor a template.</exception>
    public static MacAddress Parse(string text) =>
        ValueParser.Parse<MacAddress>(text, TryParse, static t => new MacAddress(t, isTemplate: true));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator MacAddress(string text) => Parse(text);

    /// <summary>
    /// Whether the text is an address, with white space around it or not; a network's own <c>mac-address</c> has the same rule.
    /// </summary>
    internal static bool IsAddress(string text)
    {
        var address = GoText.TrimSpace(text);
        if (address.Length < 12)
        {
            return false;
        }

        if (address[2] is ':' or '-')
        {
            return IsGrouped(address, address[2], 2);
        }

        return address[4] == '.' ? IsGrouped(address, '.', 4) : IsBare(address);
    }

    /// <summary>An address in the form that docker sends; empty for a text that holds none.</summary>
    internal static string Normalize(string text)
    {
        var digits = new string(text.Where(static c => GoText.HexValue(c) >= 0).ToArray()).ToLowerInvariant();
        return string.Join(":", Enumerable.Range(0, digits.Length / 2).Select(i => digits.Substring(i * 2, 2)));
    }

    private static bool IsBare(string address) =>
        address.Length / 2 is 6 or 8 or 20 && address.Length % 2 == 0 && address.All(static c => GoText.HexValue(c) >= 0);

    private static bool IsGrouped(string address, char separator, int digits)
    {
        var step = digits + 1;
        var bytes = (address.Length + 1) / step * (digits / 2);
        if ((address.Length + 1) % step != 0 || bytes is not (6 or 8 or 20))
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            if (i % step == digits ? address[i] != separator : GoText.HexValue(address[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Twelve hexadecimal digits, whatever stands between them, are clear.</summary>
    private static string? Suggest(string text)
    {
        var digits = new string(text.Where(static c => GoText.HexValue(c) >= 0).ToArray());
        return digits.Length == 12 && text.All(static c => GoText.HexValue(c) >= 0 || GoText.IsSpace(c) || c is ':' or '-' or '.' or '_')
            ? Normalize(digits)
            : null;
    }
}
