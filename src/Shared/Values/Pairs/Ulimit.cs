using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>A limit of a process (<c>ulimit</c>): <c>type=soft[:hard]</c>, such as <c>nofile=1024:2048</c>; -1 is unlimited.</summary>
/// <remarks>Decimal numbers only. Without a hard limit it is the soft one; the soft limit may not be above the hard one.</remarks>
public sealed partial class Ulimit : DockerValue
{
    private readonly string _type = string.Empty;
    private readonly long _soft;
    private readonly long _hard;

    private Ulimit(string text, string type, long soft, long hard)
        : base(text)
    {
        _type = type;
        _soft = soft;
        _hard = hard;
    }

    private Ulimit(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The types that docker knows, such as <c>nofile</c> (open files) and <c>memlock</c> (locked memory).</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "core",
        "cpu",
        "data",
        "fsize",
        "locks",
        "memlock",
        "msgqueue",
        "nice",
        "nofile",
        "nproc",
        "rss",
        "rtprio",
        "rttime",
        "sigpending",
        "stack",
    ];

    /// <summary>One of <see cref="Types"/>.</summary>
    public string Type => Known(_type);

    /// <summary>The limit that holds, and that a process may raise up to <see cref="Hard"/>; -1 is unlimited.</summary>
    public long Soft => Known(_soft);

    /// <summary>The limit that a process cannot pass; -1 is unlimited.</summary>
    public long Hard => Known(_hard);

    /// <summary>The same soft and hard limit.</summary>
    /// <param name="type">One of <see cref="Types"/>, such as <c>nofile</c>.</param>
    /// <param name="limit">The limit; -1 for none.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="FormatException">Docker does not know the type.</exception>
    public static Ulimit Of(string type, long limit) => Parse($"{type}={limit.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A soft and a hard limit.</summary>
    /// <param name="type">One of <see cref="Types"/>, such as <c>nofile</c>.</param>
    /// <param name="soft">The limit that holds at the start; -1 for none.</param>
    /// <param name="hard">The limit up to which a process may raise it; -1 for none.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="FormatException">Docker does not know the type, or the soft limit is above the hard one.</exception>
    public static Ulimit Of(string type, long soft, long hard) =>
        Parse($"{type}={soft.ToString(CultureInfo.InvariantCulture)}:{hard.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>No limit.</summary>
    /// <param name="type">One of <see cref="Types"/>, such as <c>nofile</c>.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="FormatException">Docker does not know the type.</exception>
    public static Ulimit Unlimited(string type) => Of(type, -1);

    /// <summary>Reads a limit as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The limit; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a limit.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Ulimit? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        var sign = text.IndexOf('=');
        var type = sign < 0 ? text : text.Substring(0, sign);
        if (sign < 0 || !Types.Contains(type))
        {
            error = RefuseType(text, type, sign);
            return false;
        }

        var colon = text.IndexOf(':', sign);
        var softEnd = colon < 0 ? text.Length : colon;
        long hard = 0;
        if (
            !GoInteger.TryParse(text, sign + 1, softEnd, 10, out var soft, out _)
            || (colon >= 0 && !GoInteger.TryParse(text, colon + 1, text.Length, 10, out hard, out _))
        )
        {
            error = Refusal.Of(
                text,
                "a limit (type=soft or type=soft:hard, decimal numbers, -1 for unlimited)",
                $"write for example {type}=1024:2048",
                SuggestNumbers(type, text.Substring(sign + 1))
            );
            return false;
        }

        hard = colon < 0 ? soft : hard;
        if (hard != -1 && (soft == -1 || soft > hard))
        {
            error = Refusal.Of(
                text,
                "a limit (the soft one is above the hard one)",
                "write the larger number behind the colon",
                soft == -1
                    ? $"{type}=-1"
                    : $"{type}={hard.ToString(CultureInfo.InvariantCulture)}:{soft.ToString(CultureInfo.InvariantCulture)}"
            );
            return false;
        }

        value = new Ulimit(text, type, soft, hard);
        error = null;
        return true;
    }

    /// <summary>
    /// Whether the text is a limit beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    /// <remarks>One number, so that there is no soft limit above a hard one.</remarks>
    internal static bool IsPlain(string text)
    {
        var sign = text.IndexOf('=');
        if (sign < 0 || !GoInteger.TryParse(text, sign + 1, text.Length, 10, out _, out _))
        {
            return false;
        }

        for (var i = 0; i < Types.Count; i++)
        {
            var type = Types[i];
            if (type.Length == sign && string.CompareOrdinal(text, 0, type, 0, sign) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The limit, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a limit nor a template.</exception>
    public static Ulimit Parse(string text) => ValueParser.Parse<Ulimit>(text, TryParse, static t => new Ulimit(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator Ulimit(string text) => Parse(text);

    private static GrammarError RefuseType(string text, string type, int sign)
    {
        var name = GoText.TrimSpace(type).ToLowerInvariant();
        name = name.StartsWith("rlimit_", StringComparison.Ordinal) ? name.Substring(7) : name;
        var nearest = Types.Contains(name) ? name : Problems.NearestName.FindOne(name, Types);
        var suggestion =
            sign >= 0 && nearest is not null && TryParse(nearest + text.Remove(0, sign), out _, out _)
                ? nearest + text.Remove(0, sign)
                : null;
        return sign < 0
            ? Refusal.Of(
                text,
                "a limit (type=soft or type=soft:hard)",
                "write for example nofile=1024:2048",
                PairText.Suggest(text) is { } pair && TryParse(pair, out _, out _) ? pair : null
            )
            : Refusal.Of(text, $"a limit that docker knows ({string.Join(", ", Types)})", "write one of these types", suggestion);
    }

    private static string? SuggestNumbers(string type, string numbers)
    {
        var parts = numbers
            .Split(':')
            .Select(static part =>
                IntegerSuggestion.Find(part.Replace("unlimited", "-1"), static c => GoInteger.TryParse(c, 10, out _, out _))
            )
            .ToList();
        var suggestion = parts.Contains(null) ? null : $"{type}={string.Join(":", parts)}";
        return suggestion is not null && parts.Count <= 2 && TryParse(suggestion, out _, out _) ? suggestion : null;
    }
}
