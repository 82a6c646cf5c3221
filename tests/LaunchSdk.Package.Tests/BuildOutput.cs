using System.Text.RegularExpressions;

namespace LaunchSdk.Package.Tests;

/// <summary>Reads what <c>dotnet build</c> prints.</summary>
internal static partial class BuildOutput
{
    /// <summary>The lines of errors and warnings, each once, with paths below <paramref name="folder"/>.</summary>
    public static IReadOnlyList<string> Problems(string output, string folder) =>
        [
            .. output
                .Split('\n')
                .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
                .Select(line =>
                    Node()
                        .Replace(line.Trim(), "")
                        .Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                        .Replace('\\', '/')
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    // What MSBuild puts before a line to say which of its nodes printed it.
    [GeneratedRegex(@"^\d+>")]
    private static partial Regex Node();
}
