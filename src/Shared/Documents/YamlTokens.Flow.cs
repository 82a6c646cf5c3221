using LaunchSdk.Problems.Rules;
using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

internal sealed partial class YamlTokens
{
    private readonly Stack<YamlBracket> _brackets = new();
    private bool _isAfterNode;

    /// <summary>Checks that a token may stand after the last one, and notes what it means for the next.</summary>
    private void CheckFlow(Token token, YamlTokenKind kind, int start)
    {
        if (_brackets.Count > 0)
        {
            CheckIndent(token, kind, start);
            if (_isAfterNode && IsNodeStart(kind))
            {
                throw new YamlRefusal(start, _brackets.Peek().MissingSeparator);
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
