using LaunchSdk.Documents;

namespace LaunchSdk.Validation.Edits;

/// <summary>How a node is written: what an edit must know before it puts another text there.</summary>
internal static class NodePlace
{
    /// <summary>The node's part of the text.</summary>
    public static string Written(ConfigNode node) => node.Document.Text.Substring(node.Range.Start, node.Range.Length);

    /// <summary>Whether the node is a block scalar of YAML, whose lines are its text.</summary>
    public static bool IsBlock(ConfigNode node) =>
        node.Range.Length > 0 && !node.IsPlain && node.Document.Text[node.Range.Start] is '|' or '>';

    /// <summary>Whether the node is written elsewhere, at an anchor, and only named here.</summary>
    public static bool IsAlias(ConfigNode node) =>
        node.Range.Length > 0 && node.Document.Format == ConfigFormat.Yaml && node.Document.Text[node.Range.Start] == '*';

    /// <summary>Whether an alias further down takes the node's value as well: a change would reach a place that nobody looks at.</summary>
    public static bool IsShared(ConfigNode node)
    {
        if (node.Document.Format == ConfigFormat.Json)
        {
            return false;
        }

        var text = node.Document.Text;
        var end = node.Range.Start;
        while (true)
        {
            while (end > 0 && text[end - 1] is ' ' or '\t' or '\r' or '\n')
            {
                end--;
            }

            var start = end;
            while (start > 0 && text[start - 1] is not (' ' or '\t' or '\r' or '\n' or ',' or '[' or '{'))
            {
                start--;
            }

            if (start == end || text[start] is not ('&' or '!'))
            {
                return false;
            }

            if (text[start] == '&')
            {
                return text.IndexOf("*" + text.Substring(start + 1, end - start - 1), end, StringComparison.Ordinal) >= 0;
            }

            end = start;
        }
    }
}
