namespace LaunchSdk.Documents;

/// <summary>A list or mapping of YAML that is still open.</summary>
internal struct YamlFrame
{
    /// <summary>Its row on the tape.</summary>
    public int Row;

    /// <summary>Levels under it so far.</summary>
    public int Height;

    public bool IsMapping;

    /// <summary>Whether it is written in brackets, so that its end is the bracket's.</summary>
    public bool HasBracket;

    /// <summary>Whether the next node of a mapping is a key.</summary>
    public bool ExpectsKey;
}
