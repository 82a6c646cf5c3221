using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>Where the lines of a text start. A line ends with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];

    public LineTable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    public TextPosition GetPosition(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, offset - _starts[line] + 1);
    }
}
