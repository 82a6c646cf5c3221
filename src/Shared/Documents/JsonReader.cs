using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>
/// Reads JSON as RFC 8259 has it, onto a tape. Common slips (a comma too many or missing, comments, single quotes, no quotes) are reported
/// and read on,
/// so that one pass finds all of them; what cannot be understood ends the reading.
/// </summary>
internal sealed partial class JsonReader(DocumentSource source, DocumentTape tape)
{
    private readonly string _text = source.Text;
    private int _position;
    private int _openMappings;
    private int _openSequences;
    private bool _stopped;

    private bool AtEnd => _position >= _text.Length;

    private bool IsStopped => _stopped || source.IsFull;

    public void Read()
    {
        SkipSpace();
        if (AtEnd)
        {
            Report(new TextRange(0, 0), Syntax.JsonIsEmpty);
            return;
        }

        ReadValue();
        SkipSpace();
        if (!IsStopped && !AtEnd)
        {
            Report(new TextRange(_position, 1), Syntax.JsonAfterEnd(Shown(_position)));
        }
    }

    private void ReadValue()
    {
        switch (_text[_position])
        {
            case '{' when Peek(1) == '{' && FindTemplateEnd(_position) > 0:
                ReadBareValue();
                break;
            case '{':
                ReadMapping();
                break;
            case '[':
                ReadSequence();
                break;
            case '"':
                ReadString();
                break;
            case '\'':
                ReadSingleQuoted();
                break;
            case ':' or '}' or ']' or ',':
                Report(new TextRange(_position, 1), Syntax.JsonNoValue(Shown(_position)));
                Stop();
                AddNull(_position);
                break;
            default:
                if (!TryReadLiteral() && !TryReadNumber())
                {
                    ReadBareValue();
                }

                break;
        }
    }

    private void ReadSequence()
    {
        var start = _position;
        if (!TryEnter())
        {
            return;
        }

        _openSequences++;
        var row = tape.Open(ConfigNodeKind.Sequence, start);
        _position++;
        var list = new JsonListState();
        while (ContinueList(ref list, start, ']', _openMappings > 0))
        {
            ReadValue();
            EndItem(ref list);
        }

        tape.Close(row, _position);
        _openSequences--;
    }

    private void ReadMapping()
    {
        var start = _position;
        if (!TryEnter())
        {
            return;
        }

        _openMappings++;
        var row = tape.Open(ConfigNodeKind.Mapping, start);
        _position++;
        var list = new JsonListState();
        while (ContinueList(ref list, start, '}', _openSequences > 0))
        {
            ReadMember();
            EndItem(ref list);
        }

        tape.Close(row, _position);
        _openMappings--;
    }

    private void ReadMember()
    {
        if (!TryReadKey())
        {
            return;
        }

        var keyEnd = _position;
        SkipSpace();
        if (!AtEnd && _text[_position] is ':' or '=')
        {
            if (_text[_position] == '=')
            {
                Report(new TextRange(_position, 1), Syntax.JsonEqualsSign, Replace("Write ':'", _position, 1, ":"));
            }

            _position++;
            SkipSpace();
        }
        else if (!AtEnd && _text[_position] is not (',' or '}' or ']'))
        {
            Report(new TextRange(keyEnd, 0), Syntax.JsonMissingColon, Replace("Insert ':'", keyEnd, 0, ":"));
        }

        if (AtEnd || _text[_position] is ',' or '}' or ']')
        {
            Report(new TextRange(keyEnd, 0), Syntax.JsonMissingValue);
            AddNull(keyEnd);
            return;
        }

        ReadValue();
    }

    private bool TryReadKey()
    {
        switch (_text[_position])
        {
            case '"':
                ReadString();
                return true;
            case '\'':
                ReadSingleQuoted();
                return true;
            case ':' or '{' or '[' or '=':
                Report(new TextRange(_position, 1), Syntax.JsonNoKey(Shown(_position)));
                Stop();
                return false;
            default:
                ReadBareKey();
                return true;
        }
    }

    private bool TryEnter()
    {
        if (_openMappings + _openSequences < ConfigLimits.MaxDepth)
        {
            return true;
        }

        source.Report(LimitExceeded.Depth(ConfigLimits.MaxDepth), new TextRange(_position, 1));
        AddNull(_position);
        Stop();
        return false;
    }

    private void AddNull(int offset) => tape.AddScalar(ConfigNodeKind.Null, new TextRange(offset, 0), TapeFlags.Plain);

    private void Stop() => _stopped = true;

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void Report(TextRange range, Violation violation, ConfigEdit? edit = null) => source.Report(violation, range, edit);

    private static ConfigEdit Replace(string title, int start, int length, string newText) =>
        new(title, new TextRange(start, length), newText);

    private string Shown(int offset) => CharacterNames.Show(_text, offset);
}
