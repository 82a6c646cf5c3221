using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>What the factory members of the value types share: text made of parts must mean these parts.</summary>
internal static class ValueFactory
{
    /// <summary>Makes a value of composed text and checks that docker reads the parts back.</summary>
    /// <exception cref="ArgumentException">
    /// The text is not of the grammar, or a part holds a separator and would be read otherwise.
    /// </exception>
    public static T Make<T>(string text, TryParseValue<T> tryParse, Func<string, T> template, Func<T, bool> isAsGiven)
        where T : DockerValue
    {
        if (TemplateText.IsTemplate(text))
        {
            return template(text);
        }

        if (!tryParse(text, out var value, out var error))
        {
            throw new ArgumentException(error.Message);
        }

        return isAsGiven(value)
            ? value
            : throw new ArgumentException(
                MessageText.Of(
                    $"docker would read '{value}' otherwise than it was given (a part has a separator in it): leave the separator out"
                )
            );
    }
}
