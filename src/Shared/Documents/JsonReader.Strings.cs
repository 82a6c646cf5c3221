using System.Text;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

internal sealed partial class JsonReader
{
    private void ReadString()
    {
        var start = _position;
        var i = start + 1;
        while (i < _text.Length && _text[i] is not ('"' or '\\' or < ' ' or (>= '\uD800' and <= '\uDFFF')))
        {
            i++;
        }

        if (i < _text.Length && _text[i] == '"')
        {
            _position = i + 1;
            tape.AddScalar(ConfigNodeKind.String, TextRange.Between(start, _position), TapeFlags.Quoted);
            return;
        }

        var decoded = DecodeString(start, i);
        tape.AddScalar(ConfigNodeKind.String, TextRange.Between(start, _position), TapeFlags.None, decoded);
    }

    private string DecodeString(int start, int from)
    {
        var decoded = new StringBuilder(_text, start + 1, from - start - 1, Math.Max(16, from - start + 16));
        _position = from;
        while (!AtEnd)
        {
            var c = _text[_position];
            if (c == '"')
            {
                _position++;
                return decoded.ToString();
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            if (c == '\\')
            {
                ReadEscape(decoded);
            }
            else
            {
                ReadRaw(decoded, c);
            }
        }

        Report(new TextRange(start, 1), Syntax.JsonOpenText);
        return decoded.ToString();
    }

    private void ReadRaw(StringBuilder decoded, char c)
    {
        if (c < ' ')
        {
            var escape = JsonText.Escape(c);
            Report(
                new TextRange(_position, 1),
                Syntax.JsonControl(Shown(_position), escape),
                Replace($"Write {escape}", _position, 1, escape)
            );
        }
        else if (char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)))
        {
            decoded.Append(c);
            c = _text[++_position];
        }
        else if (char.IsSurrogate(c))
        {
            ReportLoneSurrogate(1);
            c = '\uFFFD';
        }

        decoded.Append(c);
        _position++;
    }

    private void ReadEscape(StringBuilder decoded)
    {
        var escaped = Peek(1);
        switch (escaped)
        {
            case '"' or '\\' or '/':
                decoded.Append(escaped);
                break;
            case 'b':
                decoded.Append('\b');
                break;
            case 'f':
                decoded.Append('\f');
                break;
            case 'n':
                decoded.Append('\n');
                break;
            case 'r':
                decoded.Append('\r');
                break;
            case 't':
                decoded.Append('\t');
                break;
            case 'u':
                ReadUnicodeEscape(decoded);
                return;
            default:
                Report(new TextRange(_position, 1), Syntax.JsonEscape, Replace("Write \\\\", _position, 1, "\\\\"));
                decoded.Append('\\');
                _position++;
                return;
        }

        _position += 2;
    }

    private void ReadUnicodeEscape(StringBuilder decoded)
    {
        if (!TryReadHex(_position + 2, out var code))
        {
            Report(new TextRange(_position, 2), Syntax.JsonUnicodeEscape);
            decoded.Append("\\u");
            _position += 2;
            return;
        }

        if (
            char.IsHighSurrogate(code)
            && Peek(6) == '\\'
            && Peek(7) == 'u'
            && TryReadHex(_position + 8, out var low)
            && char.IsLowSurrogate(low)
        )
        {
            decoded.Append(code).Append(low);
            _position += 12;
            return;
        }

        if (char.IsSurrogate(code))
        {
            ReportLoneSurrogate(6);
            code = '\uFFFD';
        }

        decoded.Append(code);
        _position += 6;
    }

    private void ReportLoneSurrogate(int length) => Report(new TextRange(_position, length), Syntax.JsonHalfSurrogate);

    private bool TryReadHex(int offset, out char code)
    {
        code = '\0';
        if (offset + 4 > _text.Length)
        {
            return false;
        }

        for (var i = offset; i < offset + 4; i++)
        {
            var digit = _text[i] switch
            {
                >= '0' and <= '9' => _text[i] - '0',
                >= 'a' and <= 'f' => _text[i] - 'a' + 10,
                >= 'A' and <= 'F' => _text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            code = (char)((code * 16) + digit);
        }

        return true;
    }
}
