using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>
/// Writes a configuration in its canonical form; <see cref="object.ToString"/> gives the text, which ends with a line break.
/// </summary>
/// <remarks>
/// Calls follow the tree: a mapping is <see cref="BeginMapping"/>, for each member a <see cref="Key"/> and one value, and
/// <see cref="EndMapping"/>.
/// Half a surrogate pair, which neither notation can hold, is written as U+FFFD.
/// </remarks>
public abstract class ConfigWriter
{
    private readonly Stack<Frame> _frames = new();
    private bool _hasKey;
    private bool _hasRoot;

    private protected ConfigWriter() { }

    /// <summary>Number of lists and mappings that are open.</summary>
    private protected int Depth => _frames.Count;

    /// <summary>A writer for a notation.</summary>
    /// <param name="format">The notation.</param>
    /// <returns>The writer; its <see cref="object.ToString"/> gives what was written.</returns>
    public static ConfigWriter Create(ConfigFormat format) => format == ConfigFormat.Json ? new JsonConfigWriter() : new YamlConfigWriter();

    /// <summary>Starts a mapping.</summary>
    public void BeginMapping() => Begin(isMapping: true);

    /// <summary>Ends the mapping.</summary>
    /// <exception cref="InvalidOperationException">No mapping is open, or its last key has no value.</exception>
    public void EndMapping() => End(isMapping: true);

    /// <summary>Starts a list.</summary>
    public void BeginSequence() => Begin(isMapping: false);

    /// <summary>Ends the list.</summary>
    /// <exception cref="InvalidOperationException">No list is open.</exception>
    public void EndSequence() => End(isMapping: false);

    /// <summary>Writes a key of the open mapping.</summary>
    /// <param name="key">The key as text; the writer quotes it where the notation needs it.</param>
    /// <exception cref="InvalidOperationException">No mapping is open, or the key before has no value.</exception>
    public void Key(string key)
    {
        if (_frames.Count == 0 || !_frames.Peek().IsMapping || _hasKey)
        {
            throw new InvalidOperationException(
                MessageText.Of($"The key '{key}' is not in a mapping: call BeginMapping first, and write a value after each key.")
            );
        }

        WriteKey(key, CountItem());
        _hasKey = true;
    }

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text; the writer quotes it where the notation needs it.</param>
    public void String(string text) => Scalar(FormatText(text));

    /// <summary>Writes a number as it is written: <c>4</c>, <c>0.50</c>, <c>1e3</c>.</summary>
    /// <param name="text">The digits, as JSON or YAML takes them.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no number.</exception>
    public void Number(string text) => Scalar(FormatNumber(text));

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public void Boolean(bool value) => Scalar(value ? "true" : "false");

    /// <summary>Writes <c>null</c>.</summary>
    public void Null() => Scalar("null");

    /// <summary>Writes a node and all under it.</summary>
    /// <param name="node">A node of any document, in either notation.</param>
    public void Node(ConfigNode node)
    {
        switch (node.Kind)
        {
            case ConfigNodeKind.Null:
                Null();
                break;
            case ConfigNodeKind.Boolean:
                Boolean(node.BooleanValue);
                break;
            case ConfigNodeKind.Number:
                Number(node.Text);
                break;
            case ConfigNodeKind.String:
                String(node.Text);
                break;
            case ConfigNodeKind.Sequence:
                BeginSequence();
                foreach (var item in node.Items)
                {
                    Node(item);
                }

                EndSequence();
                break;
            default:
                BeginMapping();
                foreach (var member in node.Members)
                {
                    Key(member.Key.Text);
                    Node(member.Value);
                }

                EndMapping();
                break;
        }
    }

    /// <summary>The text so far.</summary>
    /// <returns>The text, which ends with a line break.</returns>
    public abstract override string ToString();

    private protected abstract string FormatText(string text);

    private protected abstract string FormatNumber(string text);

    /// <summary>Writes a key with its separator.</summary>
    private protected abstract void WriteKey(string key, bool isFirst);

    /// <summary>Writes what stands before an entry of a list.</summary>
    private protected abstract void WriteItemStart(bool isFirst);

    private protected abstract void WriteScalar(string text);

    private protected abstract void WriteBegin(bool isMapping);

    private protected abstract void WriteEnd(bool isMapping, bool isEmpty);

    private void Begin(bool isMapping)
    {
        StartValue();
        WriteBegin(isMapping);
        _frames.Push(new Frame { IsMapping = isMapping });
    }

    private void End(bool isMapping)
    {
        if (_frames.Count == 0 || _frames.Peek().IsMapping != isMapping || _hasKey)
        {
            throw new InvalidOperationException("What ends is not what was begun last, or its last key has no value.");
        }

        WriteEnd(isMapping, isEmpty: !_frames.Pop().HasItems);
    }

    private void Scalar(string text)
    {
        StartValue();
        WriteScalar(text);
    }

    private void StartValue()
    {
        if (_frames.Count == 0)
        {
            if (_hasRoot)
            {
                throw new InvalidOperationException("A document holds one value: use another writer for the next.");
            }

            _hasRoot = true;
        }
        else if (!_frames.Peek().IsMapping)
        {
            WriteItemStart(CountItem());
        }
        else if (!_hasKey)
        {
            throw new InvalidOperationException("A value in a mapping needs a key: call Key first.");
        }

        _hasKey = false;
    }

    private bool CountItem()
    {
        var frame = _frames.Peek();
        var isFirst = !frame.HasItems;
        frame.HasItems = true;
        return isFirst;
    }

    private sealed class Frame
    {
        public bool IsMapping { get; set; }

        public bool HasItems { get; set; }
    }
}
