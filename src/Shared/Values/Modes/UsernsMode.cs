using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>The user namespace of a container (<c>userns</c>): <c>host</c>, or empty for the engine's default.</summary>
/// <remarks>Docker takes lower case only, and an empty text as unset.</remarks>
public sealed partial class UsernsMode : DockerValue
{
    private static readonly string[] Words = ["host"];

    private UsernsMode(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The engine's own user namespace, where the engine remaps users by default.</summary>
    public static UsernsMode Host { get; } = new("host");

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>Reads the mode as docker's client does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out UsernsMode? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var isKnown = text.Length == 0 || Array.IndexOf(Words, text) >= 0;
        value = isKnown ? new UsernsMode(text) : null;
        error = isKnown ? null : Refusal.OneOf(text, "a user namespace mode", Words);
        return isKnown;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither a user namespace mode nor a template.</exception>
    public static UsernsMode Parse(string text) =>
        ValueParser.Parse<UsernsMode>(text, TryParse, static t => new UsernsMode(t, isTemplate: true));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator UsernsMode(string text) => Parse(text);
}
