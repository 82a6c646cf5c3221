namespace LaunchSdk.Documents;

/// <summary>A value that an alias can repeat.</summary>
internal readonly struct YamlAnchor(int row)
{
    /// <summary>Its row on the tape.</summary>
    public int Row { get; } = row;

    /// <summary>Levels under it.</summary>
    public int Height { get; init; }

    /// <summary>Whether its end is read: an alias inside it would have no end.</summary>
    public bool IsComplete { get; init; }
}
