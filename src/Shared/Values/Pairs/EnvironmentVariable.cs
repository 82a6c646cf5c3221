using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// An environment variable of the container (<c>docker run --env</c>): <c>NAME=value</c>, or <c>NAME</c> to pass on the value of the host.
/// </summary>
/// <remarks>Docker checks only that there is a name; white space, quotes and backslashes are part of the name or value.</remarks>
public sealed partial class EnvironmentVariable : DockerValue
{
    private EnvironmentVariable(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The name, as written.</summary>
    public string Name
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The value, possibly empty; null when the host's value is passed on.</summary>
    public string? Value
    {
        get => Known(field);
        private init;
    }

    /// <inheritdoc/>
    private protected override string ShownText => SecretValue.Show(Text);

    /// <summary>A variable with a value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a <c>=</c>.</exception>
    public static EnvironmentVariable Set(string name, string value) =>
        ValueFactory.Make(name + "=" + value, TryParse, Template, made => made.Name == name && made.Value == (value ?? ""));

    /// <summary>A variable whose value is taken from the host's environment when the container is made.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a <c>=</c>.</exception>
    public static EnvironmentVariable Pass(string name) => ValueFactory.Make(name ?? "", TryParse, Template, made => made.Value is null);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The variable; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is an environment variable.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out EnvironmentVariable? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        var sign = text.IndexOf('=');
        if (sign == 0 || text.Length == 0)
        {
            value = null;
            error = new GrammarError(
                $"'{SecretValue.Show(text)}' is not an environment variable (NAME=value, or NAME to pass on the "
                    + $"host's value): write a name first",
                new TextRange(0, text.Length == 0 ? 0 : 1)
            );
            return false;
        }

        error = null;
        value =
            sign < 0
                ? new EnvironmentVariable(text) { Name = text }
                : new EnvironmentVariable(text) { Name = text.Substring(0, sign), Value = text.Substring(sign + 1) };
        return true;
    }

    /// <summary>Whether the text is a variable, found without making a value.</summary>
    internal static bool IsPlain(string text) => text.Length > 0 && text[0] != '=';

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The variable, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a variable nor a template.</exception>
    public static EnvironmentVariable Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator EnvironmentVariable(string text) => Parse(text);

    private static EnvironmentVariable Template(string text) => new(text, isTemplate: true);
}
