using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>Words for nodes in messages.</summary>
internal static class NodeText
{
    private const int Longest = 60;

    /// <summary>What the node is: <c>a list</c>, <c>a mapping</c>, <c>the text 'x'</c>.</summary>
    public static MessageText Describe(ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Null => (MessageText)$"null",
            ConfigNodeKind.Boolean => $"{node.Text}",
            ConfigNodeKind.Number => $"the number {Shorten(node.Text)}",
            ConfigNodeKind.String => $"the text '{Shorten(node.Text)}'",
            ConfigNodeKind.Sequence => $"a list",
            _ => $"a mapping",
        };

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
