using System.Globalization;
using System.Text;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// What an engine, or something in its place, has sent, as part of a message: on one line, without control characters, cut at a length.
/// </summary>
internal static class AnswerText
{
    /// <summary>The most characters of an engine's own words.</summary>
    public const int LongestMessage = 4000;

    /// <summary>The most characters that are quoted of what is no answer of an engine.</summary>
    public const int LongestQuote = 160;

    /// <summary>The beginning of a text, with a space for each line end and an escape for each other character that is not shown.</summary>
    public static string Show(string text, int longest)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append("...").ToString();
            }

            Append(shown, rune);
        }

        return shown.ToString().Trim();
    }

    /// <summary>The beginning of bytes that should be text.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "nothing" : $"'{Show(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4 * LongestQuote)]), LongestQuote)}'";

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (rune.Value is '\n' or '\r' or '\t')
        {
            _ = shown is [.., ' '] ? shown : shown.Append(' ');
        }
        else if (
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
        )
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            shown.Append(rune);
        }
    }
}
