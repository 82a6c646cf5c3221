using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

internal sealed partial class JsonReader
{
    /// <summary>Skips white space, and what people take for it: comments and other spaces are reported.</summary>
    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                _position++;
            }
            else if (c == '#' || (c == '/' && Peek(1) is '/' or '*'))
            {
                SkipComment();
            }
            else if (IsForeignSpace(c))
            {
                Report(new TextRange(_position, 1), Syntax.JsonSpace(Shown(_position)), Replace("Write a space", _position, 1, " "));
                _position++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsForeignSpace(char c) => c == '\uFEFF' || (c > '\u007F' && char.IsWhiteSpace(c));

    private void SkipComment()
    {
        var start = _position;
        if (Peek(1) == '*' && _text[start] == '/')
        {
            var close = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            _position = close < 0 ? _text.Length : close + 2;
        }
        else
        {
            _position = LineEnd(start);
        }

        var range = TextRange.Between(start, _position);
        Report(range, Syntax.JsonComment, Replace("Remove the comment", start, range.Length, string.Empty));
    }

    private int LineEnd(int from)
    {
        while (from < _text.Length && _text[from] is not ('\n' or '\r'))
        {
            from++;
        }

        return from;
    }
}
