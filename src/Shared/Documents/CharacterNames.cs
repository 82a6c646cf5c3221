using System.Globalization;

namespace LaunchSdk.Documents;

/// <summary>Shows a character or a text in a message so that it can be recognised.</summary>
internal static class CharacterNames
{
    private const int LongestShown = 60;

    /// <summary>The text, cut when a message would drown in it.</summary>
    public static string Shorten(string text) => text.Length <= LongestShown ? text : $"{text.Substring(0, LongestShown - 3)}...";

    public static string Show(string text, int offset)
    {
        if (offset >= text.Length)
        {
            return "the end of the file";
        }

        var c = text[offset];
        if (char.IsHighSurrogate(c) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]))
        {
            return $"'{text.Substring(offset, 2)}'";
        }

        return c switch
        {
            '\t' => "a tab",
            '\n' or '\r' => "a line break",
            '\uFEFF' => "a byte order mark (U+FEFF)",
            _ when char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' => "the character U+"
                + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            _ => $"'{c}'",
        };
    }
}
