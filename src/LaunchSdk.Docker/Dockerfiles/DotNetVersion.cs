using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A version of .NET as its images are named: <c>8.0</c>.</summary>
public sealed record DotNetVersion
{
    private DotNetVersion(int major, int minor) => (Major, Minor) = (major, minor);

    /// <summary>8 in <c>8.0</c>.</summary>
    public int Major { get; }

    /// <summary>0 in <c>8.0</c>.</summary>
    public int Minor { get; }

    /// <summary>
    /// Reads a target framework such as <c>net8.0</c> or <c>net8.0-linux</c>, or the version alone. .NET Framework and .NET Standard are
    /// none: no image runs them.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The version; null when the text is refused.</param>
    /// <param name="error">Why the text is refused; null when it is accepted.</param>
    /// <returns>Whether the text is a version of .NET.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DotNetVersion? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Trim().Split('-')[0];
        bare =
            bare.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase) ? bare["netcoreapp".Length..]
            : bare.StartsWith("net", StringComparison.OrdinalIgnoreCase) ? bare["net".Length..]
            : bare;
        var parts = bare.Split('.');
        value =
            parts.Length == 2 && TryRead(parts[0], out var major) && TryRead(parts[1], out var minor) && major >= 2
                ? new DotNetVersion(major, minor)
                : null;
        error = value is not null
            ? null
            : GrammarError.Whole(
                text,
                $"'{text.ReplaceLineEndings(" ")}' is not a target framework that a .NET image runs: write for example net8.0"
            );
        return value is not null;
    }

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static DotNetVersion Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The version as it is written in the name of an image.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryRead(string text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
