using System.Text;

namespace LaunchSdk.Documents;

/// <summary>Writes canonical JSON: two spaces a level, one entry a line, <c>\n</c>, only the escapes that are needed.</summary>
public sealed class JsonConfigWriter : ConfigWriter
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private protected override string FormatText(string text) => JsonText.Quote(text);

    private protected override string FormatNumber(string text) => NumberText.ToJson(text);

    private protected override void WriteKey(string key, bool isFirst)
    {
        WriteItemStart(isFirst);
        JsonText.AppendQuoted(_text, key);
        _text.Append(": ");
    }

    private protected override void WriteItemStart(bool isFirst)
    {
        _text.Append(isFirst ? "\n" : ",\n");
        _text.Append(' ', Depth * 2);
    }

    private protected override void WriteScalar(string text)
    {
        _text.Append(text);
        EndRoot();
    }

    private protected override void WriteBegin(bool isMapping) => _text.Append(isMapping ? '{' : '[');

    private protected override void WriteEnd(bool isMapping, bool isEmpty)
    {
        if (!isEmpty)
        {
            _text.Append('\n').Append(' ', Depth * 2);
        }

        _text.Append(isMapping ? '}' : ']');
        EndRoot();
    }

    private void EndRoot()
    {
        if (Depth == 0)
        {
            _text.Append('\n');
        }
    }
}
