namespace LaunchSdk.Documents;

/// <summary>
/// One node on the tape: 12 bytes. The nodes of a subtree follow their parent in the order of the text; a mapping's are key, value, key,
/// value.
/// </summary>
internal struct TapeRow
{
    /// <summary>Offset of the node in the text.</summary>
    public int Start;

    /// <summary>Length of the node in the text.</summary>
    public int Length
    {
        readonly get => _packed & MaxLength;
        set => _packed = (_packed & ~MaxLength) | value;
    }

    /// <summary>Of a list or mapping: the row behind its subtree. Of a scalar: its decoded text's index, or <see cref="NoText"/>.</summary>
    public int Link;

    public ConfigNodeKind Kind
    {
        readonly get => (ConfigNodeKind)((_packed >> KindShift) & 7);
        set => _packed = (_packed & ~(7 << KindShift)) | ((int)value << KindShift);
    }

    public TapeFlags Flags
    {
        readonly get => (TapeFlags)((_packed >> FlagsShift) & 15);
        set => _packed = (_packed & ~(15 << FlagsShift)) | ((int)value << FlagsShift);
    }

    public const int NoText = -1;

    // 24 bits for a length of up to ConfigLimits.MaxSize, 3 for the kind, 4 for the flags.
    private const int MaxLength = (1 << KindShift) - 1;
    private const int KindShift = 24;
    private const int FlagsShift = 27;
    private int _packed;

    public readonly bool IsCollection => Kind is ConfigNodeKind.Sequence or ConfigNodeKind.Mapping;

    public readonly int Next(int index) => IsCollection ? Link : index + 1;
}
