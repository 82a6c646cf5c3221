using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>Words for nodes in messages.</summary>
internal static class NodeText
{
    /// <summary>What the node is: <c>a list</c>, <c>a mapping</c>, <c>the text 'x'</c>.</summary>
    public static MessageText Describe(ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Null => (MessageText)$"null",
            ConfigNodeKind.Boolean => $"{node.Text}",
            ConfigNodeKind.Number => $"the number {Phrases.Shorten(node.Text)}",
            ConfigNodeKind.String => $"the text '{Phrases.Shorten(node.Text)}'",
            ConfigNodeKind.Sequence => $"a list",
            _ => $"a mapping",
        };
}
