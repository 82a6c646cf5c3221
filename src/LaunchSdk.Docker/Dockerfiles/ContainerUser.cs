using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The user that a job runs as: a number, and the name that the image knows it by.</summary>
public sealed record ContainerUser
{
    private const int LongestName = 32;

    private ContainerUser(int id, string name) => (Id, Name) = (id, name);

    /// <summary>The number; 0 is root.</summary>
    public int Id { get; }

    /// <summary>The name, where the image has none for the number yet.</summary>
    public string Name { get; }

    /// <summary>The user with the number 1000, as W&amp;B's images have it.</summary>
    public static ContainerUser Default { get; } = new(1000, "launch");

    /// <summary>Root.</summary>
    public static ContainerUser Root { get; } = new(0, "root");

    /// <summary>Reads <c>1000</c> or <c>1000:ada</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The user; null when the text is refused.</param>
    /// <param name="error">Why the text is refused; null when it is accepted.</param>
    /// <returns>Whether the text is a user.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerUser? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isNumber = int.TryParse(colon < 0 ? text : text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var name =
            colon < 0
                ? id == 0
                    ? Root.Name
                    : Default.Name
                : text[(colon + 1)..];
        value = isNumber && IsName(name) ? new ContainerUser(id, name) : null;
        error = value is not null
            ? null
            : GrammarError.Whole(
                text,
                $"'{text.ReplaceLineEndings(" ")}' is not a user of an image (a number, or number:name with a name in lower case): write for example 1000"
            );
        return value is not null;
    }

    /// <summary>Reads a user.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The user.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ContainerUser Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The user as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Name}");

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && (char.IsAsciiLetterLower(name[0]) || name[0] == '_')
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');
}
