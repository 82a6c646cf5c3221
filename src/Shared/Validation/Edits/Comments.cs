using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Finds the comments of YAML between the nodes of a member.</summary>
internal static class Comments
{
    /// <summary>The comments in a range of whole lines, each with its line break.</summary>
    public static IEnumerable<string> In(string text, TextRange lines, ConfigMember member)
    {
        for (var line = lines.Start; line < lines.End; line = Math.Max(TextLines.Next(text, TextLines.End(text, line)), line + 1))
        {
            var end = TextLines.End(text, line);
            for (var i = line; i < end; i++)
            {
                if (
                    text[i] == '#'
                    && (i == line || text[i - 1] is ' ' or '\t')
                    && !IsInScalar(member.Key, i)
                    && !IsInScalar(member.Value, i)
                )
                {
                    yield return text.Substring(i, Math.Max(TextLines.Next(text, end), end) - i);
                    break;
                }
            }
        }
    }

    private static bool IsInScalar(ConfigNode node, int offset)
    {
        if (offset < node.Range.Start || offset >= node.Range.End)
        {
            return false;
        }

        return node.Kind switch
        {
            ConfigNodeKind.Mapping => node.Members.Any(member => IsInScalar(member.Key, offset) || IsInScalar(member.Value, offset)),
            ConfigNodeKind.Sequence => node.Items.Any(item => IsInScalar(item, offset)),
            _ => true,
        };
    }
}
