using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>Finds the keys that a mapping names twice.</summary>
internal static class DuplicateKeys
{
    // Above this, the framework's dictionary, whose hashes an author of a hostile file cannot foresee.
    private const int MostInTable = 256;

    public static void Report(DocumentSource source, DocumentTape tape, int mapping)
    {
        var count = 0;
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            count++;
        }

        if (count > MostInTable)
        {
            ReportMany(source, tape, mapping);
        }
        else if (count > 1)
        {
            ReportFew(source, tape, mapping, count);
        }
    }

    /// <summary>A table of rows with open addressing: no key is cut out of the text for it.</summary>
    private static void ReportFew(DocumentSource source, DocumentTape tape, int mapping, int count)
    {
        var size = 4;
        while (size < count * 2)
        {
            size *= 2;
        }

        var table = new int[size];
        for (var key = mapping + 1; key < tape.Count; key = NextKey(tape, key))
        {
            var text = tape.Slice(key);
            var slot = text.Hash() & (size - 1);
            while (table[slot] != 0 && !text.Equals(tape.Slice(table[slot])))
            {
                slot = (slot + 1) & (size - 1);
            }

            if (table[slot] == 0)
            {
                table[slot] = key;
            }
            else
            {
                Report(source, tape, key, table[slot]);
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
