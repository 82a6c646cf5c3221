using System.Text;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>
/// Reports the lines that are indented with tabs, and reads each such tab as two spaces. Tabs of a block scalar's text stay.
/// </summary>
internal sealed class YamlTabs(DocumentSource source, string text)
{
    private const int NoBlock = int.MinValue;

    private readonly List<int> _insertions = [];
    private readonly StringBuilder _expanded = new(text.Length + 64);

    // Of the block scalar that the lines belong to: its parent's indentation, and its own once the first line shows it.
    private int _blockParent = NoBlock;
    private int _blockIndent = -1;

    private readonly YamlQuotes _quotes = new(text);

    // The first tab of a blank line or before a comment: allowed, but not by every reader.
    private int _firstTab = -1;

    public YamlSource Expand()
    {
        var lineStart = 0;
        while (lineStart < text.Length)
        {
            var lineEnd = lineStart;
            while (lineEnd < text.Length && text[lineEnd] is not ('\n' or '\r'))
            {
                lineEnd++;
            }

            ExpandLine(lineStart, lineEnd);
            lineStart = lineEnd;
            while (lineStart < text.Length && text[lineStart] is '\n' or '\r')
            {
                _expanded.Append(text[lineStart++]);
            }
        }

        return _insertions.Count == 0 ? new YamlSource(text, null) : new YamlSource(_expanded.ToString(), _insertions, _firstTab);
    }

    private void ExpandLine(int start, int end)
    {
        if (_quotes.IsOpen)
        {
            // Inside a quoted text a tab is space like any other.
            _quotes.Read(start, end);
            _expanded.Append(text, start, end - start);
            return;
        }

        var content = start;
        var width = 0;
        while (content < end && text[content] is ' ' or '\t')
        {
            width += text[content++] == '\t' ? 2 : 1;
        }

        var isBlank = content == end;
        if (!isBlank && _blockParent != NoBlock && width <= _blockParent)
        {
            _blockParent = NoBlock;
        }

        if (_blockParent != NoBlock)
        {
            content = isBlank ? start : BlockIndentEnd(start, content, width);
            ExpandIndent(start, content);
        }
        else
        {
            ExpandIndent(start, content);
            if (!isBlank && text[content] != '#')
            {
                FindBlock(content, end, width);
                _quotes.Read(content, end);
            }
        }

        if (!isBlank && text[content] != '#')
        {
            Report(start, content);
        }
        else if (_firstTab < 0 && _blockParent == NoBlock)
        {
            _firstTab = text.IndexOf('\t', start, content - start);
        }

        _expanded.Append(text, content, end - content);
    }

    /// <summary>Where the indentation ends in a line of a block scalar: what lies behind is text, tabs too.</summary>
    private int BlockIndentEnd(int start, int content, int width)
    {
        if (_blockIndent < 0)
        {
            var spaces = start;
            while (text[spaces] == ' ')
            {
                spaces++;
            }

            _blockIndent = spaces - start > _blockParent ? spaces - start : width;
        }

        var reached = 0;
        var i = start;
        while (i < content && reached < _blockIndent)
        {
            reached += text[i++] == '\t' ? 2 : 1;
        }

        return i;
    }

    private void ExpandIndent(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            _expanded.Append(' ');
            if (text[i] == '\t')
            {
                _insertions.Add(_expanded.Length);
                _expanded.Append(' ');
            }
        }
    }

    private void Report(int start, int end)
    {
        var tab = text.IndexOf('\t', start, end - start);
        if (tab < 0)
        {
            return;
        }

        var range = TextRange.Between(tab, end);
        var spaces = text.Substring(tab, range.Length).Replace("\t", "  ");
        source.Report(
            Syntax.YamlTabIndent(source.GetPosition(tab).Line),
            new TextRange(tab, 1),
            new ConfigEdit("Indent with spaces", range, spaces)
        );
    }

    /// <summary>Notes that a line ends with the head of a block scalar, <c>key: |</c> or <c>- &gt;-</c>.</summary>
    private void FindBlock(int start, int end, int width)
    {
        var comment = text.IndexOf(" #", start, end - start, StringComparison.Ordinal);
        end = comment < 0 ? end : comment;
        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        var head = end;
        while (head > start && text[head - 1] is '+' or '-' or (>= '1' and <= '9'))
        {
            head--;
        }

        if (head <= start || text[head - 1] is not ('|' or '>') || !YamlQuotes.StartsNode(text, start, head - 1))
        {
            return;
        }

        _blockParent = width;
        _blockIndent = -1;
        for (var i = start; i + 2 < head && text[i] == '-' && text[i + 1] == ' '; i += 2)
        {
            // The key behind a dash is what the block belongs to; in '- |' it is the dash.
            if (i + 3 < head)
            {
                _blockParent += 2;
            }
        }
    }
}
