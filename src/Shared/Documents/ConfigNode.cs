using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>A value of a configuration file with its place. Two words; its content lives in the <see cref="Document"/>.</summary>
public readonly record struct ConfigNode
{
    /// <summary>What ends a plain scalar of YAML inside brackets.</summary>
    internal static readonly char[] FlowIndicators = [',', '[', ']', '{', '}'];

    private static readonly Func<ConfigNode, int, ConfigNode> ReadItem = static (parent, index) => parent.Sibling(index);

    private static readonly Func<ConfigNode, int, ConfigMember> ReadMember = static (parent, index) =>
        new(parent.Sibling(index), parent.Sibling(index + 1));

    private readonly ConfigDocument? _document;

    internal ConfigNode(ConfigDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>What the node is; the default value is a <see cref="ConfigNodeKind.Null"/> of no document.</summary>
    public ConfigNodeKind Kind => _document is null ? ConfigNodeKind.Null : Row.Kind;

    /// <summary>
    /// Where the node stands: with its quotes or brackets, without anchor and tag. An alias has its own place, the nodes under it that of
    /// the anchor.
    /// </summary>
    public TextRange Range => _document is null ? default : new TextRange(Row.Start, Row.Length);

    /// <summary>Whether the scalar is written without quotes: a YAML plain scalar, a JSON number or literal.</summary>
    public bool IsPlain => Has(TapeFlags.Plain);

    /// <summary>
    /// Whether a reader of YAML 1.1 (W&amp;B reads with PyYAML) takes this plain scalar for something else: <c>no</c>, <c>on</c>,
    /// <c>22:22</c>, <c>0777</c>,
    /// <c>1_000</c>, <c>2024-01-01</c>, <c>1e3</c>. Never in JSON.
    /// </summary>
    public bool IsAmbiguous => Has(TapeFlags.Ambiguous);

    /// <summary>Whether the node is the boolean <c>true</c>.</summary>
    public bool BooleanValue => Has(TapeFlags.True);

    /// <summary>
    /// Text decoded, a number or key as in the source, <c>true</c>, <c>false</c> or <c>null</c>; of a list or mapping the source text.
    /// Text that stands in the source as it is, is cut out on each call.
    /// </summary>
    public string Text => _document is null ? "null" : Slice.ToString();

    /// <summary>The entries, if the node is a list; else none.</summary>
    public ConfigSequence<ConfigNode> Items => new(this, ConfigNodeKind.Sequence, ReadItem);

    /// <summary>The members, if the node is a mapping; else none.</summary>
    public ConfigSequence<ConfigMember> Members => new(this, ConfigNodeKind.Mapping, ReadMember);

    /// <summary>The document that holds the node.</summary>
    public ConfigDocument Document =>
        _document ?? throw new InvalidOperationException("A node of no document: take nodes from ConfigDocument.Root.");

    /// <summary>Whether this is the default value, which belongs to no document.</summary>
    internal bool IsMissing => _document is null;

    internal int Index { get; }

    /// <summary><see cref="Text"/> as a part of a longer string.</summary>
    internal TextSlice Slice => Document.Tape.Slice(Index);

    private ref readonly TapeRow Row => ref _document!.Tape[Index];

    /// <summary>Whether <see cref="Text"/> is <paramref name="text"/>, letter by letter; allocates nothing.</summary>
    /// <param name="text">The text to compare with.</param>
    /// <returns>Whether they are equal; case counts.</returns>
    public bool TextEquals(string text) => _document is null ? text == "null" : Slice.Equals(text);

    /// <summary>The value of a key, if the node is a mapping and has it; the first, if the key stands twice.</summary>
    /// <param name="key">The key; case counts.</param>
    /// <param name="value">Its value; the default value when there is none.</param>
    /// <returns>Whether the node is a mapping that has the key.</returns>
    public bool TryGetMember(string key, out ConfigNode value)
    {
        foreach (var member in Members)
        {
            if (member.Key.TextEquals(key))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>
    /// A text quoted as the place of this node needs it: in the quotes that are there, and a plain scalar of YAML without any where that is
    /// safe.
    /// </summary>
    internal string Quote(string text) => Quote(text, isInFlow: Text.IndexOfAny(FlowIndicators) < 0);

    /// <summary>
    /// As <see cref="Quote(string)"/>, for a place that is or may be inside brackets, where a plain scalar ends at the next comma.
    /// </summary>
    internal string Quote(string text, bool isInFlow)
    {
        if (Document.Format == ConfigFormat.Json)
        {
            return JsonText.Quote(text);
        }

        var staysPlain =
            IsPlain && Kind == ConfigNodeKind.String && !(isInFlow && text.IndexOfAny(FlowIndicators) >= 0) && YamlText.IsPlain(text);
        return staysPlain ? text : YamlText.Quote(text, Range.Length == 0 ? '\0' : Document.Text[Range.Start]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal ConfigNode Sibling(int index) => new(_document!, index);

    private bool Has(TapeFlags flag) => _document is not null && (Row.Flags & flag) != 0;
}
