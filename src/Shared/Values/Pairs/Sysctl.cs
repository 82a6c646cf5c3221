using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A kernel parameter of the container's own namespaces (<c>sysctl</c>), such as <c>net.core.somaxconn=1024</c>.</summary>
/// <remarks>
/// Docker's client takes all of <c>net.</c> and <c>fs.mqueue.</c> and a few of <c>kernel.</c>; the rest belongs to the whole machine.
/// </remarks>
public sealed partial class Sysctl : DockerValue
{
    private static readonly string[] Names =
    [
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
    ];

    private static readonly string[] Prefixes = ["net.", "fs.mqueue."];

    private readonly string _name = string.Empty;
    private readonly string _value = string.Empty;

    private Sysctl(string text, string name, string value)
        : base(text)
    {
        _name = name;
        _value = value;
    }

    private Sysctl(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The parameter's name, with dots.</summary>
    public string Name => Known(_name);

    /// <summary>The parameter's value; further <c>=</c> belong to it.</summary>
    public string Value => Known(_value);

    /// <summary>A parameter from its parts.</summary>
    /// <param name="name">Name of the parameter, such as <c>net.core.somaxconn</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">The name holds <c>=</c>.</exception>
    /// <exception cref="FormatException">Docker does not allow the parameter.</exception>
    public static Sysctl Of(string name, string value) => Parse(PairText.Join(name, value));

    /// <summary>Reads a parameter as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The parameter; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a kernel parameter.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Sysctl? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var sign = text.IndexOf('=');
        var name = sign < 0 ? text : text.Substring(0, sign);
        var isAllowed = IsAllowed(name);
        if (sign > 0 && isAllowed)
        {
            value = new Sysctl(text, name, text.Substring(sign + 1));
            error = null;
            return true;
        }

        value = null;
        error = isAllowed
            ? Refusal.Of(
                text,
                "a kernel parameter and its value (name=value)",
                "write for example net.core.somaxconn=1024",
                PairText.Suggest(text)
            )
            : Refusal.Of(
                text,
                "a kernel parameter that docker sets for one container (net.*, fs.mqueue.*, kernel.shm*, kernel.msg*, kernel.sem)",
                "set others on the machine itself",
                Suggest(text, name, sign)
            );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The parameter, or the template.</returns>
    /// <exception cref="FormatException">The text is neither an allowed parameter nor a template.</exception>
    public static Sysctl Parse(string text) => ValueParser.Parse<Sysctl>(text, TryParse, static t => new Sysctl(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator Sysctl(string text) => Parse(text);

    private static bool IsAllowed(string name) =>
        Array.IndexOf(Names, name) >= 0 || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string? Suggest(string text, string name, int sign)
    {
        if (sign <= 0)
        {
            return null;
        }

        var dotted = GoText.TrimSpace(name).Replace('/', '.');
        var meant = IsAllowed(dotted) ? dotted : Problems.NearestName.FindOne(dotted, Names);
        return meant is null ? null : meant + text.Remove(0, sign);
    }
}
