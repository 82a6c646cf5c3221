using System.Text;

namespace LaunchSdk.Documents;

/// <summary>
/// Writes canonical YAML: block style, two spaces a level, <c>\n</c>; text in double quotes wherever a reader of YAML 1.1 or 1.2 could take
/// it for something else.
/// </summary>
public sealed class YamlConfigWriter : ConfigWriter
{
    // YAML 1.2 limits a key without '?' to 1024 characters.
    private const int LongestKey = 1000;

    private readonly StringBuilder _text = new();
    private bool _onEntryLine;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private protected override string FormatText(string text) => YamlText.Format(text);

    private protected override string FormatNumber(string text) => NumberText.ToYaml(text);

    private protected override void WriteKey(string key, bool isFirst)
    {
        StartLine(isFirst);
        var formatted = YamlText.Format(key);
        if (formatted.Length > LongestKey)
        {
            _text.Append("? ").Append(formatted).Append('\n');
            _text.Append(' ', Indent).Append(':');
        }
        else
        {
            _text.Append(formatted).Append(':');
        }

        _onEntryLine = false;
    }

    private protected override void WriteItemStart(bool isFirst)
    {
        StartLine(isFirst);
        _text.Append('-');
        _onEntryLine = true;
    }

    private protected override void WriteScalar(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        _text.Append(text).Append('\n');
    }

    private protected override void WriteBegin(bool isMapping) { }

    private protected override void WriteEnd(bool isMapping, bool isEmpty)
    {
        if (isEmpty)
        {
            WriteScalar(isMapping ? "{}" : "[]");
        }
    }

    private int Indent => (Depth - 1) * 2;

    /// <summary>
    /// The first entry of a list or mapping that is itself an entry of a list stands on that one's line: <c>- key: value</c>.
    /// </summary>
    private void StartLine(bool isFirst)
    {
        if (isFirst && _onEntryLine)
        {
            _text.Append(' ');
            return;
        }

        if (isFirst && _text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(' ', Indent);
    }
}
