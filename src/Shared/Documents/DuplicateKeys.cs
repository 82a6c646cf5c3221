using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

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
            if ((seen & bit) != 0 && FindEarlier(tape, mapping, key) is { First: > 0 } earlier)
            {
                Report(source, tape, key, earlier);
            }

            seen |= bit;
        }
    }

    private static (int First, int Last) FindEarlier(DocumentTape tape, int mapping, int key)
    {
        var text = tape.Slice(key);
        var (first, last) = (0, 0);
        for (var earlier = mapping + 1; earlier < key; earlier = NextKey(tape, earlier))
        {
            if (text.Equals(tape.Slice(earlier)))
            {
                first = first == 0 ? earlier : first;
                last = earlier;
            }
        }

        return (first, last);
    }

    private static void ReportMany(DocumentSource source, DocumentTape tape, int mapping)
    {
        var keys = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            var text = tape.Slice(key).ToString();
            var first = key;
            if (keys.TryGetValue(text, out var earlier))
            {
                Report(source, tape, key, earlier);
                first = earlier.First;
            }

            keys[text] = (first, key);
        }
    }

    // The edit removes the one before this one, so that the edits of many can be made together.
    // The last stays, which is the one that readers take.
    private static void Report(DocumentSource source, DocumentTape tape, int key, (int First, int Last) earlier)
    {
        if (source.IsFull)
        {
            return;
        }

        var row = tape[key];
        var first = source.GetPosition(tape[earlier.First].Start);
        var name = tape.Slice(key).ToString();
        var value = tape[earlier.Last + 1];
        source.Report(
            DuplicateKey.InMapping(CharacterNames.Shorten(name), first.Line),
            new TextRange(row.Start, row.Length),
            MemberRemoval.Create(
                source.Text,
                name,
                tape[earlier.Last].Start,
                value.Start + value.Length,
                tape[NextKey(tape, earlier.Last)].Start
            )
        );
    }

    private static int NextKey(DocumentTape tape, int key) => tape[key + 1].Next(key + 1);
}
