using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>An integer without a sign, such as <c>500</c> or <c>0x1f4</c> (<c>io-maxiops</c>, <c>blkio-weight</c>).</summary>
/// <remarks>Go's base 0, as <see cref="IntegerValue"/>, but no sign at all: <c>+5</c> is refused too.</remarks>
public sealed partial class UnsignedIntegerValue : DockerValue
{
    private readonly ulong _value;

    private UnsignedIntegerValue(string text, ulong value)
        : base(text) => _value = value;

    private UnsignedIntegerValue(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The number.</summary>
    public ulong Value => Known(_value);

    /// <summary>The number in decimal digits.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static UnsignedIntegerValue From(ulong value) => new(value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>Reads an integer of up to 64 bits (<c>io-maxiops</c>).</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an integer without a sign.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out UnsignedIntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    ) => TryParse(text, ulong.MaxValue, out value, out error);

    /// <summary>Reads an integer of up to 16 bits, 0 to 65535 (<c>blkio-weight</c>).</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an integer without a sign.</returns>
    public static bool TryParse16(
        string text,
        [NotNullWhen(true)] out UnsignedIntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    ) => TryParse(text, ushort.MaxValue, out value, out error);

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The number, or the template.</returns>
    /// <exception cref="FormatException">The text is neither an integer without a sign nor a template.</exception>
    public static UnsignedIntegerValue Parse(string text) =>
        ValueParser.Parse<UnsignedIntegerValue>(text, TryParse, static t => new UnsignedIntegerValue(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator UnsignedIntegerValue(string text) => Parse(text);

    /// <inheritdoc cref="From"/>
    public static implicit operator UnsignedIntegerValue(ulong value) => From(value);

    private static bool TryParse(
        string text,
        ulong most,
        [NotNullWhen(true)] out UnsignedIntegerValue? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        if (GoInteger.TryParseUnsigned(text, 0, text.Length, GoInteger.BaseFromPrefix, out var number, out _) && number <= most)
        {
            value = new UnsignedIntegerValue(text, number);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            $"a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)} without a sign",
            "write digits, such as 500",
            IntegerSuggestion.Find(
                text,
                candidate =>
                    GoInteger.TryParseUnsigned(candidate, 0, candidate.Length, GoInteger.BaseFromPrefix, out var n, out _) && n <= most
            )
        );
        return false;
    }
}
