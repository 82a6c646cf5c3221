using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>An absolute path in an image, of letters that mean nothing else in a Dockerfile.</summary>
public sealed record ContainerPath
{
    private ContainerPath(string text) => Text = text;

    /// <summary>The path.</summary>
    public string Text { get; }

    /// <summary>Where a job's code lies unless it says otherwise.</summary>
    public static ContainerPath Default { get; } = new("/workspace");

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The path; null when the text is refused.</param>
    /// <param name="error">Why the text is refused; null when it is accepted.</param>
    /// <returns>Whether the text is a path in a container.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerPath? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Length > 1 ? text.TrimEnd('/') : text;
        value =
            trimmed.Length > 1 && trimmed[0] == '/' && trimmed.All(IsPlain) && !trimmed.Split('/').Any(static part => part is "." or "..")
                ? new ContainerPath(trimmed)
                : null;
        error = value is not null
            ? null
            : GrammarError.Whole(
                text,
                $"'{text.ReplaceLineEndings(" ")}' is not a directory in an image (absolute, not / itself, of letters, digits and . _ - + @): write for example /workspace"
            );
        return value is not null;
    }

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The path.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ContainerPath Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The path.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    internal static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or '@';
}
