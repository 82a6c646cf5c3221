namespace LaunchSdk.Documents;

/// <summary>A part of a string that is not cut out yet.</summary>
internal readonly struct TextSlice(string text, int start, int length)
{
    public string Source { get; } = text;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public bool Equals(string other) =>
        other.Length == Length && string.CompareOrdinal(Source, Start, other, 0, Length) == 0;

    public bool Equals(TextSlice other) =>
        other.Length == Length && string.CompareOrdinal(Source, Start, other.Source, other.Start, Length) == 0;

    public override string ToString() => Length == Source.Length ? Source : Source.Substring(Start, Length);
}
