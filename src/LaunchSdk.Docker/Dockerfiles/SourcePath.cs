using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A file of a job's source, by its path from the source's root, with <c>/</c> between the parts.</summary>
public sealed record SourcePath
{
    private SourcePath(string text) => Text = text;

    /// <summary>The path.</summary>
    public string Text { get; }

    /// <summary>Whether the path can stand in a Dockerfile as it is, without quotes or escapes.</summary>
    public bool IsPlain => Text.All(ContainerPath.IsPlain);

    /// <summary>The file's name.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path; empty for the root.</summary>
    public string Folder => Text[..Math.Max(0, Text.LastIndexOf('/'))];

    /// <summary>Reads a path; <c>./</c> at its beginning is dropped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The path; null when the text is refused.</param>
    /// <param name="error">Why the text is refused; null when it is accepted.</param>
    /// <returns>Whether the text is a path in a source.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SourcePath? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/').Where(static part => part is not ("" or ".")).ToList();
        value =
            parts.Count > 0
            && text[0] != '/'
            && !parts.Contains("..")
            && !text.Any(static c => char.IsControl(c) || c == '\\')
            && parts[0][0] != '-'
                ? new SourcePath(string.Join('/', parts))
                : null;
        error = value is not null
            ? null
            : GrammarError.Whole(
                text,
                $"'{new string([.. text.Select(static c => char.IsControl(c) ? '?' : c)])}' is not a file of the source (relative to its root, without '..'): write for example docker/Dockerfile.train"
            );
        return value is not null;
    }

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The path.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static SourcePath Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The path.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
