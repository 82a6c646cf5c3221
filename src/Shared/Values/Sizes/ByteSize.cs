using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// A size in bytes: a number and an optional unit <c>b</c>, <c>k</c>, <c>m</c>, <c>g</c>, <c>t</c> or <c>p</c> (powers of 1024), such as
/// <c>16g</c>.
/// </summary>
/// <remarks>
/// Units may be written in either case and as <c>kb</c> or <c>KiB</c>, with one space in front; the number may have a point and an exponent
/// (<c>.5g</c>, <c>1e9</c>). Docker counts in a double, so large numbers lose their last digits.
/// </remarks>
public sealed partial class ByteSize : DockerValue
{
    private readonly long _bytes;

    private ByteSize(string text, long bytes)
        : base(text) => _bytes = bytes;

    private ByteSize(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The number of bytes that docker sends; the smallest 64-bit number when the size is beyond 64 bits.</summary>
    public long Bytes => Known(_bytes);

    /// <summary>A number of bytes, written with the largest unit that leaves it whole: 17179869184 is <c>16g</c>.</summary>
    /// <param name="bytes">0 or more.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or too large to be exact in the double that docker counts with.</exception>
    public static ByteSize FromBytes(long bytes)
    {
        var text = bytes >= 0 ? SizeSyntax.Format(bytes) : string.Empty;
        return SizeSyntax.TryParse(text, out var read) && read == bytes
            ? new ByteSize(text, bytes)
            : throw new ArgumentOutOfRangeException(
                nameof(bytes),
                bytes,
                "a size is 0 or more bytes, and above 2^53 only what a double holds exactly"
            );
    }

    /// <summary>A number of kibibytes (1024 bytes), such as <c>64k</c>.</summary>
    /// <param name="kibibytes">0 or more; fractions are allowed.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 64 bits.</exception>
    public static ByteSize FromKibibytes(double kibibytes) => From(kibibytes, "k", nameof(kibibytes));

    /// <summary>A number of mebibytes (1024^2 bytes), such as <c>512m</c>.</summary>
    /// <param name="mebibytes">0 or more; fractions are allowed.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 64 bits.</exception>
    public static ByteSize FromMebibytes(double mebibytes) => From(mebibytes, "m", nameof(mebibytes));

    /// <summary>A number of gibibytes (1024^3 bytes), such as <c>16g</c> or <c>1.5g</c>.</summary>
    /// <param name="gibibytes">0 or more; fractions are allowed.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 64 bits.</exception>
    public static ByteSize FromGibibytes(double gibibytes) => From(gibibytes, "g", nameof(gibibytes));

    /// <summary>A number of tebibytes (1024^4 bytes), such as <c>2t</c>.</summary>
    /// <param name="tebibytes">0 or more; fractions are allowed.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 64 bits.</exception>
    public static ByteSize FromTebibytes(double tebibytes) => From(tebibytes, "t", nameof(tebibytes));

    /// <summary>Reads a size as docker does; templates are not sizes here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The size; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a size.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ByteSize? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (SizeSyntax.TryParse(text, out var bytes))
        {
            value = new ByteSize(text, bytes);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(text, "a docker size (a number and b, k, m, g, t or p)", "write for example 512m", SizeSyntax.Suggest(text));
        return false;
    }

    /// <summary>Whether the text is a size, found without making a value.</summary>
    internal static bool IsPlain(string text) => SizeSyntax.TryParse(text, out _);

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The size, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a size nor a template.</exception>
    public static ByteSize Parse(string text) => ValueParser.Parse<ByteSize>(text, TryParse, static t => new ByteSize(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ByteSize(string text) => Parse(text);

    /// <inheritdoc cref="FromBytes"/>
    public static implicit operator ByteSize(long bytes) => FromBytes(bytes);

    private static ByteSize From(double number, string unit, string parameter)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture) + unit;
        return number >= 0 && SizeSyntax.TryParse(text, out var bytes) && bytes >= 0
            ? new ByteSize(text, bytes)
            : throw new ArgumentOutOfRangeException(parameter, number, "a size is 0 or more and fits into 64 bits");
    }
}
