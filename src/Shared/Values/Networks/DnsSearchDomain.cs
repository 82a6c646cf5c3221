using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A domain that names are looked up in (<c>dns-search</c>), such as <c>example.com</c>; a dot means none.</summary>
/// <remarks>
/// Labels of letters, digits and inner dashes with dots between them, at least one letter, less than 255 characters.
/// Docker's own expression also lets a colon stand before a label or a dot; so does this.
/// </remarks>
public sealed partial class DnsSearchDomain : DockerValue
{
    private const string Root = ".";
    private readonly string _domain = string.Empty;

    private DnsSearchDomain(string text, string domain)
        : base(text) => _domain = domain;

    private DnsSearchDomain(string text)
        : base(text, isTemplate: true) { }

    /// <summary>No search domain at all.</summary>
    public static DnsSearchDomain None { get; } = new(Root, Root);

    /// <summary>The domain as docker sends it: without white space around it and without a dot at its end.</summary>
    public string Domain => Known(_domain);

    /// <summary>Reads a domain as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The domain; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a search domain.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DnsSearchDomain? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var trimmed = text.Trim(' ');
        var end = trimmed == Root ? 1 : FindEnd(trimmed);
        if (end is > 0 and < 255 && (trimmed == Root || trimmed.Any(GoText.IsLetter)))
        {
            value = new DnsSearchDomain(text, trimmed.Substring(0, end));
            error = null;
            return true;
        }

        value = null;
        var rule = trimmed.Any(GoText.IsLetter)
            ? "a DNS search domain (letters, digits, inner dashes and dots, less than 255)"
            : "a DNS search domain (at least one letter)";
        error = Refusal.Of(text, rule, "write for example example.com, or a dot for none");
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The domain, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a domain nor a template.</exception>
    public static DnsSearchDomain Parse(string text) =>
        ValueParser.Parse<DnsSearchDomain>(text, TryParse, static t => new DnsSearchDomain(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DnsSearchDomain(string text) => Parse(text);

    /// <summary>
    /// Offset behind the domain when the whole text is one, with an optional dot and white space behind it; -1 otherwise.
    /// </summary>
    private static int FindEnd(string text)
    {
        var index = SkipColon(text, 0);
        if (!SkipLabel(text, ref index))
        {
            return -1;
        }

        var end = index;
        while (true)
        {
            index = SkipColon(text, end);
            if (index == text.Length || text[index] != '.')
            {
                break;
            }

            index++;
            if (!SkipLabel(text, ref index))
            {
                break;
            }

            end = index;
        }

        var rest = end < text.Length && text[end] == '.' ? end + 1 : end;
        while (rest < text.Length && text[rest] is '\t' or '\n' or '\f' or '\r' or ' ')
        {
            rest++;
        }

        return rest == text.Length ? end : -1;
    }

    private static int SkipColon(string text, int index) => index < text.Length && text[index] == ':' ? index + 1 : index;

    private static bool SkipLabel(string text, ref int index)
    {
        var start = SkipColon(text, index);
        var end = start;
        while (end < text.Length && (GoText.IsLetter(text[end]) || GoText.IsDigit(text[end]) || text[end] == '-'))
        {
            end++;
        }

        index = end;
        return end > start && text[start] != '-' && text[end - 1] != '-';
    }
}
