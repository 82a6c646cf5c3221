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
        var line = LineStart(text, key);
        return IsBlank(text, line, key) && LineStart(text, next) is var nextLine && nextLine > end
            ? new ConfigEdit(title, TextRange.Between(line, LineEnd(text, end)), "")
            : new ConfigEdit(title, TextRange.Between(key, next), "");
    }

    private static bool IsBehindMark(string text, int key)
    {
        while (key > 0 && text[key - 1] is ' ' or '\t')
        {
            key--;
        }

        return key > 0 && text[key - 1] == '?';
    }

    private static int LineStart(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>Behind the line's end; where the value took its own line end (a block scalar), right there.</summary>
    private static int LineEnd(string text, int offset)
    {
        if (offset > 0 && text[offset - 1] is '\n')
        {
            return offset;
        }

        while (offset < text.Length && text[offset] is not ('\n' or '\r'))
        {
            offset++;
        }

        offset += offset < text.Length && text[offset] == '\r' ? 1 : 0;
        return offset < text.Length && text[offset] == '\n' ? offset + 1 : offset;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start == end;
    }
}
