using LaunchSdk.Problems.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

internal sealed partial class YamlTokens
{
    private void AcceptScalar(Scalar scalar, int start)
    {
        var end = Offset(scalar.End);
        switch (scalar.Style)
        {
            case ScalarStyle.Plain:
                AcceptPlain(scalar, start, end);
                return;
            case ScalarStyle.Literal or ScalarStyle.Folded:
                CheckBlock(start, end);
                break;
            default:
                CheckLines(scalar, start, end);
                break;
        }

        Accept(scalar, YamlTokenKind.Scalar, end);
    }

    private void AcceptPlain(Scalar scalar, int start, int end)
    {
        CheckFirst(start);
        NoteTabs(start, end);
        var scanned = Offset(scalar.Start);
        if (start < scanned)
        {
            RestoreColon(scalar, start, end);
            return;
        }

        var colon = FindColon(start, end);
        if (colon < 0)
        {
            Accept(scalar, YamlTokenKind.Scalar, end);
        }
        else if (colon == end - 1 && colon > start && _brackets.Count > 0 && end < text.Length && text[end] is '}' or ']')
        {
            SplitKey(scalar, end);
        }
        else
        {
            throw new YamlRefusal(colon, _brackets.Count > 0 ? Syntax.YamlColonWithoutSpace : Syntax.YamlColonInValue);
        }
    }

    /// <summary>A plain scalar starts with no indicator, save '-', '?' and ':' before another character.</summary>
    private void CheckFirst(int start)
    {
        var isAlone = IsWhiteOrEnd(start + 1) || (_brackets.Count > 0 && IsFlowIndicator(start + 1));
        switch (text[start])
        {
            case ':' when isAlone:
                throw new YamlRefusal(start, Syntax.YamlKeyIsMissing);
            case '-' or '?' when isAlone:
            case ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`':
                throw new YamlRefusal(start, Syntax.YamlCannotStart(CharacterNames.Show(text, start)));
        }
    }

    /// <summary>The first colon that ends a plain scalar by the rules of YAML 1.2; -1 without one.</summary>
    private int FindColon(int start, int end)
    {
        var colon = text.IndexOf(':', start, end - start);
        while (colon >= 0 && !IsWhiteOrEnd(colon + 1) && !(_brackets.Count > 0 && IsFlowIndicator(colon + 1)))
        {
            colon = text.IndexOf(':', colon + 1, end - colon - 1);
        }

        return colon;
    }

    // After brackets the scanner passes over the colon of a plain scalar, ':x'. A key would start in the wrong column by that.
    private void RestoreColon(Scalar scalar, int start, int end)
    {
        if (_brackets.Count == 0 && (_implicitKey == start + 1 || (IsFirstOnLine(start) && scalar.Start.Column - 2 <= Indent)))
        {
            throw new YamlRefusal(start, Syntax.YamlCannotStart(CharacterNames.Show(text, start)));
        }

        var at = scalar.Start;
        var colon = new Mark(at.Index - 1, at.Line, at.Column - 1);
        Accept(new Scalar(":" + scalar.Value, ScalarStyle.Plain, colon, scalar.End), YamlTokenKind.Scalar, end);
    }

    // In {"a"::x} the first colon follows the key and the second belongs to the value.
    private bool IsColonOfKey => _isAfterNode && _brackets.Count > 0 && _brackets.Peek() is { IsMapping: true, HasValue: false };

    private void AddColonOfKey(Mark end)
    {
        Accept(new Value(new Mark(end.Index - 1, end.Line, end.Column - 1), end), YamlTokenKind.Value, Offset(end));
        NoteValue();
    }

    private void NoteValue()
    {
        _brackets.Push(_brackets.Pop() with { HasValue = true });
        _isAfterNode = false;
    }

    // {a:} is a key without a value: no character of a plain scalar, that colon.
    private void SplitKey(Scalar scalar, int end)
    {
        if (_last == YamlTokenKind.Property || (_brackets.Peek() is { IsMapping: true, HasValue: true }))
        {
            throw new YamlRefusal(end - 1, Syntax.YamlColonWithoutSpace);
        }

        if (!_brackets.Peek().IsMapping && _last != YamlTokenKind.Key)
        {
            Add(new Key(scalar.Start, scalar.Start));
        }

        var colon = new Mark(scalar.End.Index - 1, scalar.End.Line, scalar.End.Column - 1);
        var key = scalar.Value.Substring(0, scalar.Value.Length - 1).TrimEnd(' ', '\t');
        Accept(new Scalar(key, ScalarStyle.Plain, scalar.Start, colon), YamlTokenKind.Scalar, end - 1);
        Accept(new Value(colon, scalar.End), YamlTokenKind.Value, end);
        NoteValue();
    }

    private void NoteTabs(int start, int end)
    {
        var tab = _hasTabs ? text.IndexOf('\t', start, end - start) : -1;
        if (tab >= 0)
        {
            NoteTab(tab);
        }
    }

    private void CheckBlock(int start, int end)
    {
        var head = LineEnd(start);
        var comment = text.IndexOf('#', start, head - start);
        NoteTabs(start, comment < 0 ? head : comment);
        for (var line = NextLine(start); Indent < 0 && line < end; line = NextLine(line))
        {
            if (string.CompareOrdinal(text, line, "---", 0, 3) == 0 && IsWhiteOrEnd(line + 3))
            {
                throw new YamlRefusal(line, Syntax.YamlSecondDocument);
            }
        }
    }

    /// <summary>The lines of a quoted text are indented more than what it belongs to.</summary>
    private void CheckLines(Scalar scalar, int start, int end)
    {
        if (scalar.Start.Line == scalar.End.Line)
        {
            return;
        }

        for (var line = NextLine(start); line < end; line = NextLine(line))
        {
            var content = line;
            while (text[content] == ' ')
            {
                content++;
            }

            if (content - line <= Indent && !IsBlank(content))
            {
                throw new YamlRefusal(content, Syntax.YamlIndent);
            }
        }
    }

    private bool IsBlank(int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset == text.Length || text[offset] is '\n' or '\r';
    }

    private int NextLine(int offset)
    {
        var end = LineEnd(offset);
        return end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
