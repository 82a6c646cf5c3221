using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>Finds the keys that a mapping names twice.</summary>
internal static class DuplicateKeys
{
    // Above this, the framework's dictionary, whose hashes an author of a hostile file cannot foresee.
    private const int MostInPairs = 64;

    public static void Report(DocumentSource source, DocumentTape tape, int mapping)
    {
        var count = 0;
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            count++;
        }

        if (count > MostInPairs)
        {
            ReportMany(source, tape, mapping);
        }
        else if (count > 1)
        {
            ReportFew(source, tape, mapping);
        }
    }

    /// <summary>A bit for each hash seen: keys are compared only where two share one. No key is cut out of the text for it.</summary>
    private static void ReportFew(DocumentSource source, DocumentTape tape, int mapping)
    {
        var seen = 0UL;
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            var bit = 1UL << (tape.Slice(key).Hash() & 63);
            if ((seen & bit) != 0 && FindEarlier(tape, mapping, key) is var earlier and > 0)
            {
                Report(source, tape, key, earlier);
            }

            seen |= bit;
        }
    }

    private static int FindEarlier(DocumentTape tape, int mapping, int key)
    {
        var text = tape.Slice(key);
        for (var earlier = mapping + 1; earlier < key; earlier = NextKey(tape, earlier))
        {
            if (text.Equals(tape.Slice(earlier)))
            {
                return earlier;
            }
        }

        return 0;
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
        if (source.IsFull)
        {
            return;
        }

        var row = tape[key];
        var first = source.GetPosition(tape[earlier].Start);
        var name = tape.Slice(key).ToString();
        var value = tape[earlier + 1];
        source.Report(
            ProblemRules.DuplicateKey,
            new TextRange(row.Start, row.Length),
            $"'{CharacterNames.Shorten(name)}' stands twice in this mapping, first on line {first.Line}: remove one of the two",
            MemberRemoval.Create(source.Text, name, tape[earlier].Start, value.Start + value.Length, tape[NextKey(tape, earlier)].Start));
    }

    private static int NextKey(DocumentTape tape, int key) => tape[key + 1].Next(key + 1);
}
