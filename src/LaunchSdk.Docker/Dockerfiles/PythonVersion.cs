using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A version of Python, as images and packages are named: <c>3.12</c> or <c>3.12.4</c>.</summary>
public sealed record PythonVersion
{
    private PythonVersion(int major, int minor, int? patch) => (Major, Minor, Patch) = (major, minor, patch);

    /// <summary>3 in <c>3.12.4</c>.</summary>
    public int Major { get; }

    /// <summary>12 in <c>3.12.4</c>.</summary>
    public int Minor { get; }

    /// <summary>4 in <c>3.12.4</c>; null where only <c>3.12</c> is named.</summary>
    public int? Patch { get; }

    /// <summary>The version that is taken where a job names none: that of W&amp;B's default base image.</summary>
    public static PythonVersion Default { get; } = new(3, 12, null);

    /// <summary>
    /// Reads a version; the words before it that version managers write (<c>cpython-3.12</c>, <c>python3.12</c>) are passed over.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The version; null when the text is refused.</param>
    /// <param name="error">Why the text is refused; null when it is accepted.</param>
    /// <returns>Whether the text is a version of Python.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PythonVersion? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Trim();
        foreach (var prefix in (string[])["cpython-", "python-", "cpython", "python"])
        {
            bare = bare.StartsWith(prefix, StringComparison.Ordinal) ? bare[prefix.Length..] : bare;
        }

        var parts = bare.Split('.');
        var numbers = new int[parts.Length];
        var isVersion = parts.Length is 2 or 3;
        for (var i = 0; isVersion && i < parts.Length; i++)
        {
            isVersion =
                parts[i].Length is > 0 and <= 3 && int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
        }

        value = isVersion && numbers[0] == 3 ? new PythonVersion(numbers[0], numbers[1], parts.Length == 3 ? numbers[2] : null) : null;
        error = value is not null
            ? null
            : GrammarError.Whole(
                text,
                $"'{text.ReplaceLineEndings(" ")}' is not a version of Python that jobs are built with (3.X or 3.X.Y): write for example 3.12"
            );
        return value is not null;
    }

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static PythonVersion Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The version without its third number.</summary>
    public string MajorMinor => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    /// <summary>The version as it is written in the name of an image.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Patch is null ? MajorMinor : string.Create(CultureInfo.InvariantCulture, $"{MajorMinor}.{Patch}");
}
