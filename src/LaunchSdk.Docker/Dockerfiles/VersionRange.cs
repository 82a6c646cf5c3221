using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The ranges of <c>requires-python</c>, as PEP 440 writes them: <c>&gt;=3.9,&lt;3.13</c>.</summary>
internal static partial class VersionRange
{
    private const int FirstMinor = 8;
    private const int LastMinor = 14;
    private const int LastPatch = 999;

    /// <summary>Takes the default version where it fits, else the nearest older one, else the nearest newer one.</summary>
    public static bool TryChoose(string text, [NotNullWhen(true)] out PythonVersion? version)
    {
        version = null;
        var clauses = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static clause => Clause().Match(clause))
            .ToList();
        if (clauses.Count == 0 || !clauses.TrueForAll(static clause => clause.Success))
        {
            return false;
        }

        if (clauses.Find(static clause => clause.Groups[1].Value is "==" or "===" && clause.Groups[4].Success) is { } exact)
        {
            return PythonVersion.TryParse(exact.Groups[2].Value, out version, out _) && Fits(clauses, version.Minor, version.Patch ?? 0);
        }

        var preferred = PythonVersion.Default.Minor;
        var minors = Enumerable
            .Range(FirstMinor, LastMinor - FirstMinor + 1)
            .OrderBy(minor => minor <= preferred ? preferred - minor : LastMinor + minor)
            .Where(minor => Fits(clauses, minor, LastPatch));
        foreach (var minor in minors)
        {
            version = PythonVersion.Parse($"3.{minor}");
            return true;
        }

        return false;
    }

    private static bool Fits(List<Match> clauses, int minor, int patch) => clauses.TrueForAll(clause => Fits(clause, minor, patch));

    // An image named 3.12 has the last 3.12.x, so that is what a range is held against.
    private static bool Fits(Match clause, int minor, int patch)
    {
        var parts = clause.Groups[2].Value.Split('.').Select(static part => int.TryParse(part, out var number) ? number : 0).ToArray();
        var (major2, minor2, patch2) = (parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        var order = (3, minor, patch).CompareTo((major2, minor2, patch2));
        var isWithin = parts.Length switch
        {
            1 => major2 == 3,
            2 => major2 == 3 && minor == minor2,
            _ => order == 0,
        };
        var isWildcard = clause.Groups[3].Success;
        return clause.Groups[1].Value switch
        {
            ">=" => order >= 0,
            ">" => order > 0 && !(parts.Length == 2 && isWithin),
            "<=" => order <= 0 || (parts.Length == 2 && isWithin),
            "<" => order < 0,
            "~=" => order >= 0 && (parts.Length == 3 ? major2 == 3 && minor == minor2 : major2 == 3),
            "!=" => !(isWildcard ? isWithin : order == 0),
            _ => isWildcard || parts.Length < 3 ? isWithin : order == 0,
        };
    }

    // 1 the operator, 2 the version, 3 a wildcard, 4 the third number where it is there.
    [GeneratedRegex(@"^(>=|<=|===|==|~=|!=|<|>)\s*(?<2>\d{1,3}(?:\.\d{1,3}(?:\.(?<4>\d{1,3}))?)?)(?<3>\.\*)?$")]
    private static partial Regex Clause();
}
