using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>A 64-bit integer as docker's flags read it, such as <c>2048</c>, <c>-1</c> or <c>0x1f4</c>.</summary>
/// <remarks>Go's base 0: <c>0x</c>, <c>0o</c>, <c>0b</c>, a leading 0 for octal (<c>010</c> is 8), and <c>_</c> between digits.</remarks>
public sealed partial class IntegerValue : DockerValue
{
    private readonly long _value;

    private IntegerValue(string text, long value)
        : base(text) => _value = value;

    private IntegerValue(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The number.</summary>
    public long Value => Known(_value);

    /// <summary>The number in decimal digits.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static IntegerValue From(long value) => new(value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>Reads any 64-bit integer (<c>pids-limit</c>, <c>cpu-shares</c>, <c>oom-score-adj</c>).</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an integer.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out IntegerValue? value, [NotNullWhen(false)] out GrammarError? error) =>
        TryParse(
            text,
            long.MinValue,
            long.MaxValue,
            "a whole number",
            "write digits, such as 10, with 0x in front for hexadecimal",
            out value,
            out error
        );

    /// <summary>Reads an integer of 0 or more (<c>health-retries</c>).</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an integer.</returns>
    public static bool TryParseNonNegative(
        string text,
        [NotNullWhen(true)] out IntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    ) => TryParse(text, 0, long.MaxValue, "a whole number of 0 or more", "write digits, such as 3", out value, out error);

    /// <summary>Reads a swappiness: 0 to 100, or -1 for the engine's default (<c>memory-swappiness</c>).</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an integer.</returns>
    public static bool TryParseSwappiness(
        string text,
        [NotNullWhen(true)] out IntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    ) =>
        TryParse(
            text,
            -1,
            100,
            "a swappiness (0 to 100, or -1 for the engine's default)",
            "write a whole number of that range",
            out value,
            out error
        );

    /// <summary>Whether the text is an integer, found without making a value.</summary>
    internal static bool IsPlain(string text) => GoInteger.TryParse(text, GoInteger.BaseFromPrefix, out _, out _);

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The number, or the template.</returns>
    /// <exception cref="FormatException">The text is neither an integer nor a template.</exception>
    public static IntegerValue Parse(string text) => ValueParser.Parse<IntegerValue>(text, TryParse, static t => new IntegerValue(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator IntegerValue(string text) => Parse(text);

    /// <inheritdoc cref="From"/>
    public static implicit operator IntegerValue(long value) => From(value);

    private static bool TryParse(
        string text,
        long least,
        long most,
        string rule,
        string wayOut,
        [NotNullWhen(true)] out IntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        if (GoInteger.TryParse(text, GoInteger.BaseFromPrefix, out var number, out var outOfRange) && number >= least && number <= most)
        {
            value = new IntegerValue(text, number);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            outOfRange ? rule + " of 64 bits" : rule,
            wayOut,
            IntegerSuggestion.Find(
                text,
                candidate => GoInteger.TryParse(candidate, GoInteger.BaseFromPrefix, out var n, out _) && n >= least && n <= most
            )
        );
        return false;
    }
}
