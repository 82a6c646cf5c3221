using LaunchSdk.Documents;
using LaunchSdk.Validation;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>An agent's configuration as the C# expression that makes it, with older spellings in their new places.</summary>
internal static class AgentExpression
{
    /// <summary>The lines of the expression.</summary>
    public static IEnumerable<string> Of(ConfigNode root)
    {
        var members = NodeExpressions.Members(root, LaunchSchemas.LaunchAgentConfig);
        FoldQueue(root, members);
        FoldRegistry(root, members);
        yield return "new global::LaunchSdk.LaunchAgentConfig";
        yield return "{";
        foreach (var (member, expression) in members)
        {
            yield return $"    {member} = {expression},";
        }

        yield return "}";
    }

    // `queue` joins `queues`.
    private static void FoldQueue(ConfigNode root, List<(string Member, string Expression)> members)
    {
        if (members.RemoveAll(member => member.Member == "Queue") == 0 || !root.TryGetMember("queue", out var queue))
        {
            return;
        }

        var names = root.TryGetMember("queues", out var list) ? list.Items.Select(item => item.Text).ToList() : [];
        if (!names.Contains(queue.Text))
        {
            names.Add(queue.Text);
        }

        Set(members, "Queues", Literals.Texts(names));
    }

    // `registry.uri` is the older `builder.destination`.
    private static void FoldRegistry(ConfigNode root, List<(string Member, string Expression)> members)
    {
        if (
            !root.TryGetMember("registry", out var registry)
            || !registry.TryGetMember("uri", out var uri)
            || uri.Kind == ConfigNodeKind.Null
        )
        {
            return;
        }

        members.RemoveAll(member => member.Member == "Registry");
        var builder = root.TryGetMember("builder", out var block) ? NodeExpressions.Members(block, LaunchSchemas.AgentBuilderConfig) : [];
        if (!builder.Exists(member => member.Member == "Destination"))
        {
            builder.Add(("Destination", Literals.Text(uri.Text)));
        }

        Set(members, "Builder", NodeExpressions.Create(LaunchSchemas.AgentBuilderConfig, builder));
    }

    private static void Set(List<(string Member, string Expression)> members, string name, string expression)
    {
        var index = members.FindIndex(member => member.Member == name);
        if (index < 0)
        {
            members.Add((name, expression));
        }
        else
        {
            members[index] = (name, expression);
        }
    }
}
