namespace LaunchSdk.Problems;

/// <summary>Parts of sentences.</summary>
internal static class Phrases
{
    private const int Longest = 60;

    /// <summary>A text cut to what fits into a message.</summary>
    public static string Shorten(string text) => text.Length <= Longest ? text : text.Substring(0, Longest) + "...";

    /// <summary>Names as a sentence part: <c>'a', 'b' or 'c'</c>.</summary>
    public static string OneOf(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "",
            1 => $"'{names[0]}'",
            _ => string.Join(", ", names.Take(names.Count - 1).Select(name => $"'{name}'")) + $" or '{names[names.Count - 1]}'",
        };
}
