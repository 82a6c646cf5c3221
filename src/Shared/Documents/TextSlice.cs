namespace LaunchSdk.Documents;

/// <summary>A part of a string that is not cut out yet.</summary>
internal readonly struct TextSlice(string text, int start, int length)
{
    public string Source { get; } = text;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public bool Equals(string other) => other.Length == Length && string.CompareOrdinal(Source, Start, other, 0, Length) == 0;

    public bool Equals(TextSlice other) =>
        other.Length == Length && string.CompareOrdinal(Source, Start, other.Source, other.Start, Length) == 0;

    /// <summary>A cheap hash for small tables; not safe against texts that are made to collide.</summary>
    public int Hash()
    {
        var hash = Length;
        for (var i = Start; i < Start + Length; i++)
        {
            hash = unchecked((hash * 31) + Source[i]);
        }

        return hash;
    }

    public override string ToString() => Length == Source.Length ? Source : Source.Substring(Start, Length);
}
