namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>Splits a description: its first sentence is a summary, the rest are remarks.</summary>
internal static class Sentences
{
    // A dot after these ends no sentence.
    private static readonly string[] Abbreviations = ["e.g.", "i.e.", "etc.", "vs."];

    public static string First(string text) => text.Substring(0, EndOfFirst(text)).Trim();

    public static string Rest(string text) => text.Substring(EndOfFirst(text)).Trim();

    private static int EndOfFirst(string text)
    {
        for (var i = 0; i < text.Length - 1; i++)
        {
            var isEnd = text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]);
            if (isEnd && !Abbreviations.Any(word => text.Substring(0, i + 1).EndsWith(word, StringComparison.Ordinal)))
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}
