namespace LaunchSdk.Documents;

/// <summary>Where the reader is between the entries of a JSON list or mapping.</summary>
internal struct JsonListState
{
    /// <summary>Offset of the comma behind the last entry, or -1; before the first entry nothing is expected.</summary>
    public int Comma = -1;

    /// <summary>End of the last entry; -1 before the first.</summary>
    public int LastEnd = -1;

    public JsonListState() { }
}
