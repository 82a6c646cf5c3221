using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>The UTS namespace of a container (<c>uts</c>): <c>host</c>, or empty for one of its own.</summary>
/// <remarks>Docker takes lower case only, and an empty text as unset.</remarks>
public sealed partial class UtsMode : DockerValue
{
    private static readonly string[] Words = ["host"];

    private UtsMode(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The engine's own host name.</summary>
    public static UtsMode Host { get; } = new("host");

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>Reads the mode as docker's client does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out UtsMode? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var isKnown = text.Length == 0 || Array.IndexOf(Words, text) >= 0;
        value = isKnown ? new UtsMode(text) : null;
        error = isKnown ? null : Refusal.OneOf(text, "a UTS mode", Words);
        return isKnown;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither a UTS mode nor a template.</exception>
    public static UtsMode Parse(string text) => ValueParser.Parse<UtsMode>(text, TryParse, static t => new UtsMode(t, isTemplate: true));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator UtsMode(string text) => Parse(text);
}
