using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LaunchSdk.Documents;

/// <summary>
/// Reads YAML 1.2 (core schema) from YamlDotNet's parser events onto a tape. Events are pulled one by one, and none behind a limit that is
/// exceeded:
/// the parser looks ahead by one key at most, so that hostile nesting costs nothing.
/// </summary>
internal sealed partial class YamlReader
{
    // A pair in a flow list, [a: 1], has no place in the parser's events; a mapping in block style starts with its first key anyway.
    private const int StartsAtFirstNode = -1;

    private readonly DocumentSource _source;
    private readonly DocumentTape _tape;
    private readonly YamlSource _yaml;
    private readonly YamlFrame[] _frames = new YamlFrame[ConfigLimits.MaxDepth];
    private int _depth;
    private int _lastEnd;
    private int _suppressedUntil = -1;
    private bool _stopped;

    public YamlReader(DocumentSource source, DocumentTape tape)
    {
        _source = source;
        _tape = tape;
        _yaml = YamlSource.Prepare(source);
    }

    private string Text => _yaml.Text;

    public void Read()
    {
        var scanner = new Scanner(new StringReader(Text), skipComments: true);
        var tokens = new YamlTokens(scanner, Text, ReportSyntax);
        var parser = new Parser(tokens);
        try
        {
            while (!_stopped && !_source.IsFull && parser.MoveNext())
            {
                Accept(parser.Current!);
            }
        }
        catch (YamlRefusal refusal)
        {
            ReportSyntax(refusal.Offset, refusal.Violation);
        }
        catch (YamlException exception)
        {
            ReportParser(OffsetOf(exception.Start), exception.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner's answer to a line in brackets that is indented too little.
            ReportSyntax(OffsetOf(scanner.CurrentPosition), Syntax.YamlIndent);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet's scanner breaks with these on some broken texts (an escape outside Unicode).
            ReportParser(OffsetOf(scanner.CurrentPosition), string.Empty);
        }

        ReportTab(tokens.FirstTab);

        if (_skipped > 0)
        {
            AddSkipped();
        }

        while (_depth > 0)
        {
            CompleteMember();
            CloseCollection(_lastEnd);
        }
    }

    private void Accept(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart started when _tape.Count > 0:
                Report(OffsetOf(parsed.Start), started.IsImplicit ? 1 : 3, Syntax.YamlSecondDocument);
                _stopped = true;
                break;
            case Scalar scalar:
                AcceptScalar(scalar);
                break;
            case AnchorAlias alias:
                AcceptAlias(alias);
                break;
            case MappingStart mapping:
                AcceptStart(mapping, ConfigNodeKind.Mapping, mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                AcceptStart(sequence, ConfigNodeKind.Sequence, sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                AcceptEnd(OffsetOf(parsed.Start));
                break;
        }
    }

    private void AcceptStart(NodeEvent started, ConfigNodeKind kind, bool isFlow)
    {
        if (_skipped > 0)
        {
            // What is skipped is parsed all the same, and the parser is slow on deep nesting.
            if (_depth + ++_skipped > ConfigLimits.MaxDepth)
            {
                LimitDepth(OffsetOf(started.Start));
            }

            return;
        }

        var bracket = kind == ConfigNodeKind.Mapping ? '{' : '[';
        var start = ContentStart(started);
        var hasBracket = isFlow && start < Text.Length && Text[start] == bracket;
        if (hasBracket && TrySkipTemplate(start))
        {
            return;
        }

        if (ExpectsKey)
        {
            SkipComplexKey(start);
            return;
        }

        if (_depth == ConfigLimits.MaxDepth)
        {
            LimitDepth(start);
            return;
        }

        CheckCollectionTag(started, kind, start);
        var hasStart = hasBracket || (kind == ConfigNodeKind.Sequence && start < Text.Length && Text[start] == '-');
        var row = _tape.Open(kind, hasStart ? _yaml.Map(start) : StartsAtFirstNode);
        _frames[_depth++] = new YamlFrame
        {
            Row = row,
            IsMapping = kind == ConfigNodeKind.Mapping,
            HasBracket = hasBracket,
            ExpectsKey = true,
        };
        OpenAnchor(started.Anchor, row);
        if (hasBracket)
        {
            // One that nothing closes reaches over what was read of it.
            _lastEnd = Math.Max(_lastEnd, start + 1);
        }
    }

    private void AcceptEnd(int offset)
    {
        if (_skipped > 0)
        {
            _skipped--;
            if (_skipped == 0)
            {
                var hasBracket = Text[_skipStart] is '{' or '[';
                _lastEnd = Math.Max(_skipStart, hasBracket ? Math.Min(offset + 1, Text.Length) : offset);
                AddSkipped();
            }

            return;
        }

        CompleteMember();
        CloseCollection(_frames[_depth - 1].HasBracket ? Math.Min(offset + 1, Text.Length) : _lastEnd);
    }

    private void CloseCollection(int end)
    {
        var frame = _frames[--_depth];
        _lastEnd = Math.Max(end, _lastEnd);
        var row = frame.Row;
        if (_tape[row].Start == StartsAtFirstNode)
        {
            _tape.MoveStart(row, row + 1 < _tape.Count ? _tape[row + 1].Start : _yaml.Map(_lastEnd));
        }

        _tape.Close(row, _yaml.Map(_lastEnd));
        CloseAnchor(row, frame.Height);
        Added(frame.Height + 1);
    }

    /// <summary>Notes that a node is complete: its parent is one level higher than it, and waits for a key or a value in turn.</summary>
    private void Added(int height)
    {
        if (_depth > 0)
        {
            ref var parent = ref _frames[_depth - 1];
            parent.Height = Math.Max(parent.Height, height);
            parent.ExpectsKey = !parent.ExpectsKey;
        }
    }

    /// <summary>Gives a key whose value was not read an empty one, so that keys and values stay in pairs.</summary>
    private void CompleteMember()
    {
        if (_frames[_depth - 1].IsMapping && !_frames[_depth - 1].ExpectsKey)
        {
            AddNull(_lastEnd, 0);
        }
    }

    private bool ExpectsKey => _depth > 0 && _frames[_depth - 1].IsMapping && _frames[_depth - 1].ExpectsKey;

    private void AddNull(int start, int length)
    {
        _tape.AddScalar(ConfigNodeKind.Null, _yaml.Map(start, start + length), TapeFlags.Plain);
        _lastEnd = Math.Max(_lastEnd, start + length);
        Added(0);
    }

    private int OffsetOf(Mark mark) => (int)Math.Min(mark.Index, Text.Length);

    private void Report(int start, int length, Violation violation, ConfigEdit? edit = null) =>
        _source.Report(violation, _yaml.Map(start, Math.Min(start + length, Text.Length)), edit);

    private void LimitDepth(int start) => Limit(start, LimitExceeded.Depth(ConfigLimits.MaxDepth));

    private void Limit(int start, Violation violation)
    {
        _source.Report(violation, _yaml.Map(start, Math.Min(start + 1, Text.Length)));
        _stopped = true;
    }

    private void ReportParser(int start, string parserMessage)
    {
        var violation = YamlParserMessages.Explain(parserMessage, Text, start);
        var comment = violation == Syntax.YamlCommentWithoutSpace ? Text.IndexOf('#', start) : -1;
        ReportSyntax(comment < 0 ? start : comment, violation);
    }

    private void ReportSyntax(int start, Violation violation)
    {
        if (start > _suppressedUntil)
        {
            Report(start, start < Text.Length && Text[start] is not ('\n' or '\r') ? 1 : 0, violation);
        }
    }

    // One for the file: the first is as good as all, and a file may hold thousands.
    private void ReportTab(int offset)
    {
        var tab = _yaml.FirstTab(offset < 0 ? -1 : _yaml.Map(offset));
        if (tab >= 0)
        {
            _source.Report(RefusedByReferenceAgent.Tab, new TextRange(tab, 1));
        }
    }
}
