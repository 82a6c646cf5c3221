using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>Text that docker passes on as it is, such as one <c>group-add</c> or <c>env-file</c>.</summary>
public sealed partial class TextValue : DockerValue
{
    private TextValue(string text)
        : base(text, TemplateText.IsTemplate(text)) { }

    /// <summary>Takes any text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="error">Always null.</param>
    /// <returns>Always true.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out TextValue? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = new TextValue(text);
        error = null;
        return true;
    }

    /// <summary>The text as a value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static TextValue Parse(string text) => new(text);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator TextValue(string text) => Parse(text);
}
