namespace LaunchSdk.Problems;

/// <summary>Finds the names that a misspelt text probably meant.</summary>
internal static class NearestName
{
    private const int MaxNames = 3;

    // Whatever file declares more was made by a machine; each misspelling would cost as much as it has names.
    private const int MostCandidates = 1_000;

    /// <summary>At most three names, nearest first; case does not count. Empty when nothing is near enough to be worth showing.</summary>
    public static IReadOnlyList<string> Find(string text, IEnumerable<string> names)
    {
        if (text.Length is 0 or > 64)
        {
            return [];
        }

        var limit =
            text.Length <= 2 ? 1
            : text.Length <= 5 ? 2
            : 3;
        return names
            .Take(MostCandidates)
            .Where(name => Math.Abs(name.Length - text.Length) <= limit)
            .Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Distance: Distance(text, name)))
            .Where(pair => pair.Distance <= limit && pair.Distance < Math.Max(text.Length, pair.Name.Length))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Take(MaxNames)
            .Select(pair => pair.Name)
            .ToList();
    }

    /// <summary>The nearest name alone; null when there is none or two are equally near.</summary>
    public static string? FindOne(string text, IEnumerable<string> names)
    {
        var found = Find(text, names);
        return found.Count == 0 || (found.Count > 1 && Distance(text, found[0]) == Distance(text, found[1])) ? null : found[0];
    }

    /// <summary>Damerau-Levenshtein distance in its restricted form: insertions, deletions, changes and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
