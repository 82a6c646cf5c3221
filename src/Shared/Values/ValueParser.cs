using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>The one parser of a grammar; never throws, whatever the text.</summary>
internal delegate bool TryParseValue<T>(string text, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out GrammarError? error)
    where T : DockerValue;

/// <summary>What the value types share of their <c>Parse</c> and conversions from text.</summary>
internal static class ValueParser
{
    /// <summary>Parses a constant in code: a template is kept as it is, anything else must be of the grammar.</summary>
    /// <exception cref="FormatException">The text is neither; the message names the value, the rule and the way out.</exception>
    public static T Parse<T>(string text, TryParseValue<T> tryParse, Func<string, T> template)
        where T : DockerValue
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        if (TemplateText.IsTemplate(text))
        {
            return template(text);
        }

        return tryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);
    }
}
