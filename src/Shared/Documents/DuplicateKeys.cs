using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>Finds the keys that a mapping names twice.</summary>
internal static class DuplicateKeys
{
    // Up to here, comparing each pair is cheaper than a table.
    private const int FewRows = 48;

    public static void Report(DocumentSource source, DocumentTape tape, int mapping)
    {
        if (tape.Count - mapping <= FewRows)
        {
            ReportFew(source, tape, mapping);
        }
        else
        {
            ReportMany(source, tape, mapping);
        }
    }

    private static void ReportFew(DocumentSource source, DocumentTape tape, int mapping)
    {
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            var text = tape.Slice(key);
            for (var earlier = mapping + 1; earlier < key; earlier = NextKey(tape, earlier))
            {
                if (text.Equals(tape.Slice(earlier)))
                {
                    Report(source, tape, key, earlier);
                    break;
                }
            }
        }
    }

    private static void ReportMany(DocumentSource source, DocumentTape tape, int mapping)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            var text = tape.Slice(key).ToString();
            if (keys.TryGetValue(text, out var earlier))
            {
                Report(source, tape, key, earlier);
            }
            else
            {
                keys.Add(text, key);
            }
        }
    }

    private static void Report(DocumentSource source, DocumentTape tape, int key, int earlier)
    {
        var row = tape[key];
        var first = source.GetPosition(tape[earlier].Start);
        source.Report(
            ProblemRules.DuplicateKey,
            new TextRange(row.Start, row.Length),
            $"'{CharacterNames.Shorten(tape.Slice(key).ToString())}' stands twice in this mapping, first on line {first.Line}: remove one of the two");
    }

    private static int NextKey(DocumentTape tape, int key) => tape[key + 1].Next(key + 1);
}
