namespace LaunchSdk.Documents;

/// <summary>
/// One node on the tape: 16 bytes. The nodes of a subtree follow their parent in the order of the text; a mapping's are key, value, key, value.
/// </summary>
internal struct TapeRow
{
    /// <summary>Offset of the node in the text.</summary>
    public int Start;

    /// <summary>Length of the node in the text.</summary>
    public int Length;

    /// <summary>Of a list or mapping: the row behind its subtree. Of a scalar: its decoded text's index, or <see cref="NoText"/>.</summary>
    public int Link;

    public ConfigNodeKind Kind
    {
        readonly get => (ConfigNodeKind)_kind;
        set => _kind = (byte)value;
    }

    public TapeFlags Flags
    {
        readonly get => (TapeFlags)_flags;
        set => _flags = (byte)value;
    }

    public const int NoText = -1;

    private byte _kind;
    private byte _flags;

    public readonly bool IsCollection => Kind is ConfigNodeKind.Sequence or ConfigNodeKind.Mapping;

    public readonly int Next(int index) => IsCollection ? Link : index + 1;
}
