using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

internal sealed partial class JsonReader
{
    private bool TryReadLiteral()
    {
        var (word, kind, flags) = _text[_position] switch
        {
            't' => ("true", ConfigNodeKind.Boolean, TapeFlags.Plain | TapeFlags.True),
            'f' => ("false", ConfigNodeKind.Boolean, TapeFlags.Plain),
            'n' => ("null", ConfigNodeKind.Null, TapeFlags.Plain),
            _ => (string.Empty, ConfigNodeKind.Null, TapeFlags.None),
        };
        var end = _position + word.Length;
        if (word.Length == 0 || string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0 || !EndsToken(end))
        {
            return false;
        }

        tape.AddScalar(kind, TextRange.Between(_position, end), flags);
        _position = end;
        return true;
    }

    private bool TryReadNumber()
    {
        var end = JsonNumber.End(_text, _position);
        if (end < 0 || !EndsToken(end))
        {
            return false;
        }

        tape.AddScalar(ConfigNodeKind.Number, TextRange.Between(_position, end), TapeFlags.Plain);
        _position = end;
        return true;
    }

    /// <summary>Reads a value without quotes: what was meant is kept, what is wrong is reported.</summary>
    private void ReadBareValue()
    {
        var start = _position;
        var end = BareEnd(start, isKey: false);
        var text = _text.Substring(start, end - start);
        var range = TextRange.Between(start, end);
        _position = end;
        switch (text)
        {
            case "True" or "TRUE":
                AddMisspelled(range, text, "true", ConfigNodeKind.Boolean, TapeFlags.Plain | TapeFlags.True);
                break;
            case "False" or "FALSE":
                AddMisspelled(range, text, "false", ConfigNodeKind.Boolean, TapeFlags.Plain);
                break;
            case "None" or "Null" or "NULL" or "nil" or "undefined" or "~":
                AddMisspelled(range, text, "null", ConfigNodeKind.Null, TapeFlags.Plain);
                break;
            case "NaN" or "Infinity" or "-Infinity" or "+Infinity":
                AddText(range, text, $"JSON has no {text}: write a number, null, or a text in double quotes");
                break;
            default:
                AddText(range, text, Complaint(text));
                break;
        }
    }

    private static MessageText Complaint(string text)
    {
        if (text.Length == 0 || text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.'))
        {
            return $"'{CharacterNames.Shorten(text)}' has no quotes: text stands in double quotes in JSON";
        }

        return $"'{CharacterNames.Shorten(text)}' is not a number of JSON (digits without a leading 0 or +, at most "
            + $"one point between digits): text stands in double quotes";
    }

    private void AddMisspelled(TextRange range, string text, string literal, ConfigNodeKind kind, TapeFlags flags)
    {
        Report(range, $"JSON does not know {text}: write {literal}", Replace($"Write {literal}", range.Start, range.Length, literal));
        tape.AddScalar(kind, range, flags);
    }

    private void AddText(TextRange range, string text, MessageText message)
    {
        var quoted = JsonText.Quote(text);
        Report(range, message, Replace($"Write {CharacterNames.Shorten(quoted)}", range.Start, range.Length, quoted));
        tape.AddScalar(ConfigNodeKind.String, range, TapeFlags.None, text);
    }

    private void ReadBareKey()
    {
        var start = _position;
        _position = BareEnd(start, isKey: true);
        var text = _text.Substring(start, _position - start);
        AddText(
            TextRange.Between(start, _position),
            text,
            $"the key '{CharacterNames.Shorten(text)}' has no quotes: a key stands in double quotes in JSON"
        );
    }

    private void ReadSingleQuoted()
    {
        var start = _position;
        var end = start + 1;
        while (end < _text.Length && _text[end] is not ('\n' or '\r') && (_text[end] != '\'' || _text[end - 1] == '\\'))
        {
            end++;
        }

        _position = end < _text.Length && _text[end] == '\'' ? end + 1 : end;
        var text = _text.Substring(start + 1, end - start - 1).Replace("\\'", "'");
        AddText(TextRange.Between(start, _position), text, "text stands in double quotes in JSON, not in single quotes");
    }

    /// <summary>End of a word without quotes; at least one character, so that reading moves on.</summary>
    private int BareEnd(int start, bool isKey)
    {
        var i = start;
        while (i < _text.Length && _text[i] is not (',' or ']' or '"' or '\n' or '\r'))
        {
            var template = FindTemplateEnd(i);
            if (template > 0)
            {
                i = template;
                continue;
            }

            if (_text[i] == '}' || (isKey && _text[i] is ':' or '=' or ' ' or '\t'))
            {
                break;
            }

            i++;
        }

        while (i > start + 1 && char.IsWhiteSpace(_text[i - 1]))
        {
            i--;
        }

        return Math.Max(i, Math.Min(start + 1, _text.Length));
    }

    /// <summary>Behind the <c>${name}</c> or <c>{{name}}</c> that starts here; -1 if none does.</summary>
    private int FindTemplateEnd(int start)
    {
        var closer = _text[start] switch
        {
            '$' when start + 1 < _text.Length && _text[start + 1] == '{' => "}",
            '{' when start + 1 < _text.Length && _text[start + 1] == '{' => "}}",
            _ => null,
        };
        if (closer is null)
        {
            return -1;
        }

        for (var i = start + 2; i < _text.Length && i < start + MaxTemplate; i++)
        {
            if (_text[i] == '}')
            {
                return string.CompareOrdinal(_text, i, closer, 0, closer.Length) == 0 ? i + closer.Length : -1;
            }

            if (_text[i] is '"' or '\n' or '\r' or ':' or ',' or '{')
            {
                return -1;
            }
        }

        return -1;
    }

    // A name longer than this is no name; without a bound a text of '${' only would be walked for each of them.
    private const int MaxTemplate = 128;

    private bool EndsToken(int offset) =>
        offset >= _text.Length
        || _text[offset] is ',' or '}' or ']' or ' ' or '\n' or '\r' or '\t' or '"' or ':'
        || IsForeignSpace(_text[offset])
        || (_text[offset] == '/' && offset + 1 < _text.Length && _text[offset + 1] is '/' or '*');
}
