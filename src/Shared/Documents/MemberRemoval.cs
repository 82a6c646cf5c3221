using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>Takes a member out of a mapping that goes on behind it.</summary>
internal static class MemberRemoval
{
    /// <summary>The change; null where the text around the member leaves it open what belongs to it.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="name">The key, for the title.</param>
    /// <param name="key">Where the key starts.</param>
    /// <param name="end">Where the value ends.</param>
    /// <param name="next">Where the next key starts.</param>
    public static ConfigEdit? Create(string text, string name, int key, int end, int next)
    {
        // An anchor may be used further down, and the key of '? key' is not where its member starts.
        if (end < key || next < end || text.IndexOf('&', key, next - key) >= 0 || IsBehindMark(text, key))
        {
            return null;
        }

        var title = $"Remove the earlier '{CharacterNames.Shorten(name)}', which readers overlook";
        var line = TextLines.Start(text, key);
        var below = TextLines.Next(text, end);
        if (TextLines.IsBlank(text, line, key) && below <= next && !StartsLineWithComma(text, below, next))
        {
            return new ConfigEdit(title, TextRange.Between(line, below), "");
        }

        // A comment in between may be the next member's.
        return text.IndexOf('#', end, next - end) < 0 ? new ConfigEdit(title, TextRange.Between(key, next), "") : null;
    }

    // Where commas lead the lines, the one before the next key goes with the member before it.
    private static bool StartsLineWithComma(string text, int line, int end)
    {
        while (line < end)
        {
            var first = line;
            while (first < end && text[first] is ' ' or '\t')
            {
                first++;
            }

            if (first < end && text[first] == ',')
            {
                return true;
            }

            line = Math.Max(TextLines.Next(text, first), first + 1);
        }

        return false;
    }

    private static bool IsBehindMark(string text, int key)
    {
        while (key > 0 && text[key - 1] is ' ' or '\t')
        {
            key--;
        }

        return key > 0 && text[key - 1] == '?';
    }
}
