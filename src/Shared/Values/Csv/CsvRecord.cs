using System.Diagnostics.CodeAnalysis;
using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// Reads one record as Go's <c>encoding/csv</c> does with its default settings, which is how docker splits its long notations.
/// </summary>
/// <remarks>Empty lines before the record are skipped, and what follows the record is ignored.</remarks>
internal static class CsvRecord
{
    /// <summary>Reads the first record; <paramref name="kind"/> says in errors what the record was to be.</summary>
    public static bool TryRead(
        string text,
        string kind,
        [NotNullWhen(true)] out IReadOnlyList<CsvField>? fields,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        var line = new CsvLine(text);
        do
        {
            if (!line.MoveNext())
            {
                fields = null;
                error = GrammarError.Whole(text, $"'{text}' is empty where {kind} belongs: write the value, or leave the option out");
                return false;
            }
        } while (line.Start == line.End);

        var read = new List<CsvField>();
        error = ReadFields(text, kind, line, read);
        fields = error is null ? read : null;
        return error is null;
    }

    /// <summary>Writes fields so that docker reads them back: quotes stand where a comma, quote or line break needs them.</summary>
    public static string Write(IEnumerable<string> fields) => string.Join(",", fields.Select(Quote));

    private static string Quote(string field) =>
        field.IndexOfAny([',', '"', '\r', '\n']) < 0 ? field : "\"" + field.Replace("\"", "\"\"") + "\"";

    private static GrammarError? ReadFields(string text, string kind, CsvLine line, List<CsvField> fields)
    {
        var index = line.Start;
        while (true)
        {
            if (index < line.End && text[index] == '"')
            {
                if (!TryReadQuoted(text, line, ref index, out var quoted))
                {
                    return new GrammarError(
                        $"'{text}' is not {kind}: a field in double quotes ends with a quote before a comma or the "
                            + $"end, and a quote inside is written twice",
                        new TextRange(index, 1)
                    );
                }

                fields.Add(quoted);
            }
            else
            {
                var comma = text.IndexOf(',', index, line.End - index);
                var end = comma < 0 ? line.End : comma;
                var quote = text.IndexOf('"', index, end - index);
                if (quote >= 0)
                {
                    return new GrammarError(
                        $"'{text}' is not {kind}: a double quote may only stand around a whole field, as in \"key=a,b\"",
                        new TextRange(quote, 1),
                        MoveQuotes(text, index, quote)
                    );
                }

                fields.Add(new CsvField(text.Substring(index, end - index), TextRange.Between(index, end), index));
                index = end;
            }

            if (index == line.End)
            {
                return null;
            }

            index++;
        }
    }

    /// <summary>
    /// Reads from an opening quote; leaves <paramref name="index"/> at the comma or line end behind the field, or at the quote at fault.
    /// </summary>
    private static bool TryReadQuoted(string text, CsvLine line, ref int index, out CsvField field)
    {
        var start = index++;
        var segment = index;
        StringBuilder? copied = null;
        field = default;
        while (true)
        {
            var quote = text.IndexOf('"', index, line.End - index);
            if (quote < 0)
            {
                copied = (copied ?? new StringBuilder()).Append(text, segment, line.End - segment);
                if (line.HasBreak)
                {
                    copied.Append('\n');
                }

                if (!line.MoveNext())
                {
                    index = start;
                    return false;
                }

                index = segment = line.Start;
                continue;
            }

            index = quote + 1;
            if (index < line.End && text[index] == '"')
            {
                copied = (copied ?? new StringBuilder()).Append(text, segment, index - segment);
                segment = ++index;
                continue;
            }

            if (index < line.End && text[index] != ',')
            {
                index = quote;
                return false;
            }

            var range = TextRange.Between(start, index);
            field = copied is null
                ? new CsvField(text.Substring(segment, quote - segment), range, segment)
                : new CsvField(copied.Append(text, segment, quote - segment).ToString(), range, -1);
            return true;
        }
    }

    /// <summary><c>key="a,b"</c> was meant as <c>"key=a,b"</c>.</summary>
    private static string? MoveQuotes(string text, int fieldStart, int open)
    {
        if (open == fieldStart || text[open - 1] != '=')
        {
            return null;
        }

        var close = text.IndexOf('"', open + 1);
        if (close < 0 || (close + 1 < text.Length && text[close + 1] != ',') || text.IndexOf('"', close + 1) >= 0)
        {
            return null;
        }

        var field = $"{text.Substring(fieldStart, open - fieldStart)}{text.Substring(open + 1, close - open - 1)}";
        return $"{text.Substring(0, fieldStart)}{Quote(field)}{text.Substring(close + 1)}";
    }
}
