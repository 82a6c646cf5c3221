using System.Globalization;

namespace LaunchSdk.Problems;

/// <summary>Texts in messages, cut where a message would drown in them.</summary>
internal static class LongText
{
    /// <summary>Characters of a quoted value that a message has at most.</summary>
    public const int LongestValue = 400;

    /// <summary>Characters of a whole message.</summary>
    public const int LongestMessage = 2_000;

    private const int LongestEnd = 8_000;

    /// <summary>The text; of one that is too long the two ends, and how many characters are missing between them.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var half = longest / 2;
        var head = char.IsHighSurrogate(text[half - 1]) ? half - 1 : half;
        var tail = text.Length - half;
        tail = char.IsLowSurrogate(text[tail]) ? tail + 1 : tail;
        return Join(text.Substring(0, head), tail - head, text.Substring(tail));
    }

    /// <summary>
    /// As <see cref="Cut(string, int)"/>, of a text that is shown otherwise than it is; of a very long one only the ends are looked
    /// at.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">Characters that are left.</param>
    /// <param name="show">What of a text may be shown.</param>
    public static string Cut(string text, int longest, Func<string, string> show)
    {
        if (text.Length <= 2 * LongestEnd)
        {
            return Cut(show(text), longest);
        }

        var head = show(text.Substring(0, LongestEnd));
        var tail = show(text.Substring(text.Length - LongestEnd));
        var half = longest / 2;
        return Join(head.Substring(0, Math.Min(half, head.Length)), text.Length - longest, tail.Substring(Math.Max(0, tail.Length - half)));
    }

    private static string Join(string head, int missing, string tail) =>
        $"{head}... ({missing.ToString("N0", CultureInfo.InvariantCulture)} characters left out) ...{tail}";
}
