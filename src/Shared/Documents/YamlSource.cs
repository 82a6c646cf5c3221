using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>
/// The text that the YAML parser gets: the file's, but with each tab of an indentation as two spaces and without the characters that no
/// YAML file may hold.
/// Both are reported, and reading goes on as if they were mended. <see cref="Map(int)"/> leads back to offsets of the file.
/// </summary>
internal sealed class YamlSource
{
    private readonly List<int>? _insertions;
    private readonly int _firstTab;

    public YamlSource(string text, List<int>? insertions, int firstTab = -1)
    {
        Text = text;
        _insertions = insertions;
        _firstTab = firstTab;
    }

    public string Text { get; }

    public static YamlSource Prepare(DocumentSource source)
    {
        var text = source.Text;
        var hasTabs = false;
        char[]? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n' or '\r')
            {
                continue;
            }

            if (c == '\t')
            {
                hasTabs = true;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (
                c < ' '
                || c is >= '\u007F' and <= '\u009F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'
                || char.IsSurrogate(c)
            )
            {
                mended ??= text.ToCharArray();
                mended[i] = '\uFFFD';
                source.Report(Complaint(text, i), new TextRange(i, 1));
            }
        }

        text = mended is null ? text : new string(mended);
        return hasTabs ? new YamlTabs(source, text).Expand() : new YamlSource(text, null);
    }

    /// <summary>
    /// The first of the file's tabs that separate: those on blank lines and before comments, and <paramref name="other"/>; -1 for none.
    /// </summary>
    public int FirstTab(int other) => _firstTab < 0 || (other >= 0 && other < _firstTab) ? other : _firstTab;

    /// <summary>The file's offset of an offset in <see cref="Text"/>.</summary>
    public int Map(int offset)
    {
        if (_insertions is null)
        {
            return offset;
        }

        var found = _insertions.BinarySearch(offset);
        return offset - (found >= 0 ? found + 1 : ~found);
    }

    public TextRange Map(int start, int end)
    {
        var mapped = Map(start);
        return TextRange.Between(mapped, Math.Max(mapped, Map(end)));
    }

    private static Violation Complaint(string text, int offset) =>
        char.IsSurrogate(text[offset])
            ? Syntax.YamlHalfSurrogate
            : Syntax.YamlControl(CharacterNames.Show(text, offset), JsonText.Escape(text[offset]));
}
