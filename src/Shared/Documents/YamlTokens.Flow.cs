using LaunchSdk.Problems.Rules;
using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

internal sealed partial class YamlTokens
{
    private readonly Stack<YamlBracket> _brackets = new();
    private bool _isAfterNode;

    /// <summary>
    /// Reports a value that stands directly after another one, and whether it is left out: in {"a"true} and ["a" "b"] it is, for what it
    /// was meant
    /// for is not known. In {a: "b" c: 1} it is a key, and only the comma before it is missing.
    /// </summary>
    private bool IsLeftOut(Token token, YamlTokenKind kind, int start)
    {
        if (!_isAfterNode || _brackets.Count == 0 || _implicitKey >= 0 || kind is not (YamlTokenKind.Scalar or YamlTokenKind.Alias))
        {
            return false;
        }

        var bracket = _brackets.Peek();
        report(start, bracket.MissingSeparator);
        if (!bracket.HasValue || !bracket.IsMapping || !IsBeforeColon(Offset(token.End)))
        {
            return true;
        }

        _brackets.Push(_brackets.Pop() with { HasValue = false });
        _isAfterNode = false;
        Add(new FlowEntry(token.Start, token.Start));
        Add(new Key(token.Start, token.Start));
        return false;
    }

    private bool IsBeforeColon(int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset < text.Length && text[offset] == ':';
    }

    /// <summary>Checks that a token may stand after the last one, and notes what it means for the next.</summary>
    private void CheckFlow(Token token, YamlTokenKind kind, int start)
    {
        if (_brackets.Count > 0)
        {
            CheckIndent(token, kind, start);
            if (_isAfterNode && IsNodeStart(kind))
            {
                AddComma(token, kind, start);
            }
        }

        switch (kind)
        {
            case YamlTokenKind.ListStart or YamlTokenKind.MappingStart:
                _brackets.Push(new YamlBracket(kind == YamlTokenKind.MappingStart, HasValue: false));
                break;
            case YamlTokenKind.BracketEnd when _brackets.Count > 0:
                _brackets.Pop();
                break;
            case YamlTokenKind.Value when NeedsKey(_last):
                throw new YamlRefusal(start, Syntax.YamlKeyIsMissing);
            case YamlTokenKind.Value or YamlTokenKind.FlowEntry when _brackets.Count > 0:
                _brackets.Push(_brackets.Pop() with { HasValue = kind == YamlTokenKind.Value });
                break;
            case YamlTokenKind.Alias when Offset(token.End) is var end && end < text.Length && text[end] == ':':
                throw new YamlRefusal(end, Syntax.YamlAliasWithoutSpace);
        }

        _isAfterNode = kind is YamlTokenKind.Scalar or YamlTokenKind.Alias or YamlTokenKind.BracketEnd;
    }

    // Of a list or mapping after another entry of a list it is clear that a comma is missing, and nothing else.
    private void AddComma(Token token, YamlTokenKind kind, int start)
    {
        var bracket = _brackets.Peek();
        if (bracket.IsMapping || kind is not (YamlTokenKind.ListStart or YamlTokenKind.MappingStart))
        {
            throw new YamlRefusal(start, bracket.MissingSeparator);
        }

        report(start, bracket.MissingSeparator);
        Add(new FlowEntry(token.Start, token.Start));
    }

    // A closing bracket may stand below its key: every reader takes it there, and many people write it so.
    private void CheckIndent(Token token, YamlTokenKind kind, int start)
    {
        if (token.Start.Column - 1 <= Indent && kind is not (YamlTokenKind.BracketEnd or YamlTokenKind.StreamEnd) && IsFirstOnLine(start))
        {
            throw new YamlRefusal(start, Syntax.YamlIndent);
        }
    }

    private bool IsFirstOnLine(int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset == 0 || text[offset - 1] is '\n' or '\r';
    }

    private static bool IsNodeStart(YamlTokenKind kind) =>
        kind
            is YamlTokenKind.Scalar
                or YamlTokenKind.Alias
                or YamlTokenKind.Property
                or YamlTokenKind.ListStart
                or YamlTokenKind.MappingStart
                or YamlTokenKind.Key;

    private static bool NeedsKey(YamlTokenKind last) =>
        last
            is YamlTokenKind.Other
                or YamlTokenKind.DocumentStart
                or YamlTokenKind.BlockEntry
                or YamlTokenKind.Value
                or YamlTokenKind.Key
                or YamlTokenKind.ListStart
                or YamlTokenKind.MappingStart
                or YamlTokenKind.FlowEntry;
}
