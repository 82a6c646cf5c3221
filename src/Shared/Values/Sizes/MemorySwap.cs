using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// Memory plus swap (<c>memory-swap</c>): a size as <see cref="ByteSize"/> takes it, or exactly <c>-1</c> for unlimited swap.
/// </summary>
public sealed partial class MemorySwap : DockerValue
{
    private const string UnlimitedText = "-1";
    private readonly long _bytes;

    private MemorySwap(string text, long bytes)
        : base(text) => _bytes = bytes;

    private MemorySwap(string text)
        : base(text, isTemplate: true) { }

    /// <summary>No limit on swap.</summary>
    public static MemorySwap Unlimited { get; } = new(UnlimitedText, -1);

    /// <summary>The number of bytes that docker sends, -1 for unlimited.</summary>
    public long Bytes => Known(_bytes);

    /// <summary>Whether swap is unlimited.</summary>
    public bool IsUnlimited => Bytes == -1;

    /// <summary>Reads a size or <c>-1</c>.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The value; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a size or <c>-1</c>.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out MemorySwap? value, [NotNullWhen(false)] out GrammarError? error)
    {
        error = null;
        if (text == UnlimitedText)
        {
            value = Unlimited;
            return true;
        }

        if (SizeSyntax.TryParse(text, out var bytes))
        {
            value = new MemorySwap(text, bytes);
            return true;
        }

        value = null;
        var suggestion = GoText.TrimSpace(text) == UnlimitedText ? UnlimitedText : SizeSyntax.Suggest(text);
        error = Refusal.Of(text, "a docker size (a number and b, k, m, g, t or p) or -1 for unlimited", "write for example 4g", suggestion);
        return false;
    }

    /// <summary>
    /// Whether the text is a size beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => SizeSyntax.TryParse(text, out _);

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The value, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a size, -1 nor a template.</exception>
    public static MemorySwap Parse(string text) => ValueParser.Parse<MemorySwap>(text, TryParse, static t => new MemorySwap(t));

    /// <summary>The same size as a limit of memory plus swap.</summary>
    /// <param name="size">The size of memory and swap together.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="size"/> is null.</exception>
    public static MemorySwap FromSize(ByteSize size)
    {
        if (size is null)
        {
            throw new ArgumentNullException(nameof(size));
        }

        return size.IsTemplate ? new MemorySwap(size.Text) : new MemorySwap(size.Text, size.Bytes);
    }

    /// <inheritdoc cref="Parse"/>
    public static implicit operator MemorySwap(string text) => Parse(text);

    /// <inheritdoc cref="FromSize"/>
    public static implicit operator MemorySwap(ByteSize size) => FromSize(size);
}
