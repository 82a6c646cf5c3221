namespace LaunchSdk.Documents;

/// <summary>What a scalar's row says besides its kind.</summary>
[Flags]
internal enum TapeFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Written without quotes.</summary>
    Plain = 1,

    /// <summary>A YAML 1.1 reader understands it differently.</summary>
    Ambiguous = 2,

    /// <summary>The boolean is true.</summary>
    True = 4,

    /// <summary>The text is the source without its first and last character, the quotes.</summary>
    Quoted = 8,
}
