using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A Linux capability (<c>cap-add</c>, <c>cap-drop</c>), with or without <c>CAP_</c>, in any case; or <c>ALL</c>.</summary>
/// <remarks>Docker's client checks nothing; an unknown name is the engine's to refuse.</remarks>
public sealed partial class Capability : DockerValue
{
    private const string Prefix = "CAP_";

    private Capability(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Every capability.</summary>
    public static Capability All { get; } = new("ALL");

    /// <summary>The name as docker sends it: upper case with <c>CAP_</c> in front, or <c>ALL</c>.</summary>
    public string NormalizedName => Known(Normalize(Text));

    /// <summary>Reads any text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The capability.</param>
    /// <param name="error">Always null.</param>
    /// <returns>Always true.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Capability? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = new Capability(text);
        error = null;
        return true;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The capability, or the template.</returns>
    public static Capability Parse(string text) =>
        ValueParser.Parse<Capability>(text, TryParse, static t => new Capability(t, isTemplate: true));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator Capability(string text) => Parse(text);

    private static string Normalize(string text)
    {
        var upper = GoText.ToUpper(text);
        return upper == "ALL" || upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper : Prefix + upper;
    }
}
