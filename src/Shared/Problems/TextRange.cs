namespace LaunchSdk.Problems;

/// <summary>A stretch of a text: zero-based offset and length, both in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units; 0 for a position between two characters.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Offset of the first code unit behind the range.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index after the last character.</param>
    /// <returns>The range; empty where both are equal.</returns>
    public static TextRange Between(int start, int end) => new(start, end - start);
}
