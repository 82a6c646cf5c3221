using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>When the image is pulled before a run (<c>pull</c>): <c>always</c>, <c>missing</c> or <c>never</c>.</summary>
/// <remarks>Docker takes lower case only. An empty text is accepted and never pulls.</remarks>
public sealed partial class Pull : DockerValue
{
    private static readonly string[] Words = ["always", "missing", "never"];

    private Pull(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Before every run.</summary>
    public static Pull Always { get; } = new("always");

    /// <summary>When the engine does not have it; docker's default.</summary>
    public static Pull Missing { get; } = new("missing");

    /// <summary>Never; a missing image is an error.</summary>
    public static Pull Never { get; } = new("never");

    /// <summary>Whether the text is empty, which docker takes and then does not pull.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>Reads the policy as docker's client does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Pull? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var isKnown = text.Length == 0 || Array.IndexOf(Words, text) >= 0;
        value = isKnown ? new Pull(text) : null;
        error = isKnown ? null : Refusal.OneOf(text, "a pull policy", Words);
        return isKnown;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither a pull policy nor a template.</exception>
    public static Pull Parse(string text) => ValueParser.Parse<Pull>(text, TryParse, static t => new Pull(t, isTemplate: true));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator Pull(string text) => Parse(text);
}
