using LaunchSdk.Problems.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

/// <summary>
/// Hands YamlDotNet's tokens to its parser and compares each with the text on the way: the scanner passes over characters that
/// YAML 1.2 forbids, and the parser takes tokens that do not belong next to each other. Such a text ends in a
/// <see cref="YamlRefusal"/>; a token that only has the wrong text or is missing is corrected.
/// </summary>
internal sealed partial class YamlTokens(Scanner scanner, string text) : IScanner
{
    // Nearly always one token follows another; those that a correction adds wait in the queue.
    private readonly Queue<Token> _added = new();
    private readonly Stack<int> _indents = new();
    private readonly bool _hasTabs = text.IndexOf('\t') >= 0;
    private Token? _next;

    // The last token that has characters of the text, and where it ends. An implicit key has none: its node follows.
    private YamlTokenKind _last;
    private int _end;
    private int _implicitKey = -1;

    public Token? Current { get; private set; }

    public Mark CurrentPosition => scanner.CurrentPosition;

    /// <summary>The first tab that separates tokens; -1 without one.</summary>
    public int FirstTab { get; private set; } = -1;

    private int Indent => _indents.Count == 0 ? -1 : _indents.Peek();

    public bool MoveNext()
    {
        ConsumeCurrent();
        return MoveNextWithoutConsuming();
    }

    public bool MoveNextWithoutConsuming()
    {
        // The parser asks twice for the token after a scalar with an anchor, and the scanner would lose one.
        // After the end it asks whether there is more.
        if (Current is not null)
        {
            return Current is not StreamEnd;
        }

        if (_next is null && scanner.MoveNext())
        {
            Check(scanner.Current!);
        }

        Current = _next;
        _next = _added.Count == 0 ? null : _added.Dequeue();
        return Current is not null;
    }

    public void ConsumeCurrent() => Current = null;

    private void Check(Token token)
    {
        var kind = YamlTokenKinds.Of(token);
        var start = Offset(token.Start);
        switch (kind)
        {
            case YamlTokenKind.Error when ((Error)token).Value.Contains("invalid comment"):
                throw new YamlRefusal(text.IndexOf('#', start), Syntax.YamlCommentWithoutSpace);
            case YamlTokenKind.Error or YamlTokenKind.Other:
                Add(token);
                break;
            case YamlTokenKind.BlockEnd:
                _indents.Pop();
                Add(token);
                break;
            case YamlTokenKind.BlockStart:
                CheckBlockStart(start);
                _indents.Push((int)token.Start.Column - 1);
                Add(token);
                break;
            case YamlTokenKind.ImplicitKey:
                _implicitKey = start;
                Add(token);
                break;
            case YamlTokenKind.Value when _implicitKey >= 0:
                // The scanner makes a key of nothing where a ':' starts a line.
                throw new YamlRefusal(start, Syntax.YamlKeyIsMissing);
            default:
                CheckVisible(token, kind, start);
                break;
        }
    }

    private void CheckVisible(Token token, YamlTokenKind kind, int start)
    {
        var hasColon = CheckGap(start, token, kind);
        if (hasColon && IsColonOfKey)
        {
            AddColonOfKey(token.Start);
            hasColon = false;
        }

        CheckFlow(token, kind, start);
        if (kind == YamlTokenKind.Scalar)
        {
            AcceptScalar((Scalar)token, hasColon ? start - 1 : start);
        }
        else
        {
            Accept(token, kind, EndOf(token, kind, start));
        }
    }

    private void Accept(Token token, YamlTokenKind kind, int end)
    {
        _implicitKey = -1;
        _last = kind;
        _end = Math.Min(end, text.Length);
        Add(token);
    }

    private void Add(Token token)
    {
        if (_next is null)
        {
            _next = token;
        }
        else
        {
            _added.Enqueue(token);
        }
    }

    // The scanner gives brackets, the end of a document and directives no length.
    private int EndOf(Token token, YamlTokenKind kind, int start) =>
        kind switch
        {
            YamlTokenKind.ListStart or YamlTokenKind.MappingStart or YamlTokenKind.BracketEnd => start + 1,
            YamlTokenKind.DocumentEnd => start + 3,
            YamlTokenKind.Directive => LineEnd(start),
            _ => Offset(token.End),
        };

    private int Offset(Mark mark) => (int)Math.Min(mark.Index, text.Length);

    private int LineEnd(int from)
    {
        var end = text.IndexOfAny(LineBreaks, from);
        return end < 0 ? text.Length : end;
    }

    private static readonly char[] LineBreaks = ['\n', '\r'];

    private bool IsWhiteOrEnd(int offset) => offset >= text.Length || text[offset] is ' ' or '\t' or '\n' or '\r';

    private bool IsFlowIndicator(int offset) => offset < text.Length && text[offset] is ',' or '[' or ']' or '{' or '}';
}
