using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// A value of a docker option: the text as it was written and, parsed, what it means. Equality is equality of text.
/// A value may also be a template (<c>{{name}}</c> or <c>${macro}</c>), whose meaning is known only after substitution.
/// </summary>
public abstract class DockerValue : IEquatable<DockerValue>
{
    private protected DockerValue(string text, bool isTemplate = false)
    {
        Text = text;
        IsTemplate = isTemplate;
    }

    /// <summary>The text as docker takes it; what was written is printed back unchanged.</summary>
    public string Text { get; }

    /// <summary>True while the text holds a macro or template variable; reading what it means then throws.</summary>
    public bool IsTemplate { get; }

    /// <summary>The text; of a value that may hold a secret, what of it may be shown.</summary>
    /// <returns>The text as it may be shown.</returns>
    public sealed override string ToString() => ShownText;

    /// <inheritdoc/>
    public bool Equals(DockerValue? other) => other is not null && other.GetType() == GetType() && other.Text == Text;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DockerValue);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>What of the text may be shown in logs and messages.</summary>
    private protected virtual string ShownText => Text;

    /// <summary>Guards a parsed part: a template has none.</summary>
    /// <exception cref="InvalidOperationException">The value is a template.</exception>
    private protected T Known<T>(T part) =>
        IsTemplate
            ? throw new InvalidOperationException(
                MessageText.Of(
                    $"'{ShownText}' has no meaning before its macros and template variables are replaced: check IsTemplate first"
                )
            )
            : part;
}
