using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A label of a container (<c>label</c>): <c>key=value</c>, or <c>key</c> for an empty value.</summary>
/// <remarks>The key holds no space and no tab, except in front, where docker keeps them.</remarks>
public sealed partial class ContainerLabel : DockerValue
{
    private readonly int _sign;

    private ContainerLabel(string text, int sign)
        : base(text) => _sign = sign;

    private ContainerLabel(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The part before the first <c>=</c>; the whole text without one.</summary>
    public string Key => Known(_sign < 0 ? Text : Text.Substring(0, Math.Min(_sign, Text.Length)));

    /// <summary>The part behind the first <c>=</c>; empty without one.</summary>
    public string Value => Known(_sign < 0 || IsTemplate ? string.Empty : Text.Substring(_sign + 1));

    /// <summary>A label from its parts.</summary>
    /// <param name="key">The key: no white space, no <c>=</c>.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <returns>The label.</returns>
    /// <exception cref="ArgumentException">The key holds <c>=</c>.</exception>
    /// <exception cref="FormatException">The key is empty or holds white space.</exception>
    public static ContainerLabel Of(string key, string value) => Parse(PairText.Join(key, value));

    /// <summary>Reads a label as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The label; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a label.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerLabel? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var sign = text.IndexOf('=');
        var keyEnd = sign < 0 ? text.Length : sign;
        var keyStart = 0;
        while (keyStart < keyEnd && text[keyStart] is ' ' or '\t')
        {
            keyStart++;
        }

        var space = text.IndexOfAny([' ', '\t'], keyStart, keyEnd - keyStart);
        if (keyStart < keyEnd && space < 0)
        {
            value = new ContainerLabel(text, sign);
            error = null;
            return true;
        }

        value = null;
        error =
            keyStart == keyEnd
                ? Refusal.Of(text, "a label (the key is empty)", "write key=value")
                : Refusal.Of(
                    text,
                    "a label (the key holds white space)",
                    "write key=value, the key without spaces",
                    Suggest(text, keyStart, keyEnd)
                );
        return false;
    }

    /// <summary>
    /// Whether the text is a label beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => text.Length > 0 && text[0] != '=' && text.IndexOf(' ') < 0 && text.IndexOf('\t') < 0;

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The label, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a label nor a template.</exception>
    public static ContainerLabel Parse(string text) => ValueParser.Parse<ContainerLabel>(text, TryParse, static t => new ContainerLabel(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ContainerLabel(string text) => Parse(text);

    /// <summary>Spaces around the sign (<c>key = value</c>) were not meant.</summary>
    private static string? Suggest(string text, int keyStart, int keyEnd)
    {
        var key = GoText.TrimSpace(text.Substring(keyStart, keyEnd - keyStart));
        if (key.Length == 0 || key.IndexOfAny([' ', '\t']) >= 0)
        {
            return null;
        }

        return keyEnd == text.Length ? key : string.Concat(key, "=", GoText.TrimSpace(text.Substring(keyEnd + 1)));
    }
}
