using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Validation.Schema;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>C# expressions for nodes of a document that was validated, by the schema tables.</summary>
internal static class NodeExpressions
{
    private const string FreeValue = "global::LaunchSdk.Configuration.ConfigValue";
    private const string Dictionary = "global::System.Collections.Generic.Dictionary";

    /// <summary>The expression of a node.</summary>
    public static string Of(ConfigNode node, SchemaNode schema) =>
        schema switch
        {
            ObjectSchema expected => Create(expected, Members(node, expected)),
            ListSchema expected => $"[{string.Join(", ", node.Items.Select(item => Of(item, expected.Items)))}]",
            MapSchema expected => Map(node, expected.Values),
            ScalarSchema expected => Scalar(node, expected),
            _ => Free(node),
        };

    /// <summary>The members that a mapping sets, with their expressions; explicit nulls set nothing.</summary>
    public static List<(string Member, string Expression)> Members(ConfigNode mapping, ObjectSchema schema)
    {
        var members = new List<(string, string)>();
        foreach (var member in mapping.Members)
        {
            if (
                member.Value.Kind != ConfigNodeKind.Null
                && schema.Properties.FirstOrDefault(property => member.Key.TextEquals(property.Name)) is { } property
            )
            {
                members.Add((property.Member, Of(member.Value, property.Schema)));
            }
        }

        return members;
    }

    /// <summary>An object with an initializer.</summary>
    public static string Create(ObjectSchema schema, IReadOnlyList<(string Member, string Expression)> members) =>
        members.Count == 0
            ? $"new {TypeName(schema)}()"
            : $"new {TypeName(schema)} {{ {string.Join(", ", members.Select(member => $"{member.Member} = {member.Expression}"))} }}";

    private static string Map(ConfigNode node, SchemaNode values)
    {
        var items = node.Members.Select(member => $"[{Literals.Text(member.Key.Text)}] = {Of(member.Value, values)}");
        return $"new {Dictionary}<string, {TypeName(values)}> {{ {string.Join(", ", items)} }}";
    }

    private static string Scalar(ConfigNode node, ScalarSchema schema)
    {
        if (schema is { EnumName: { } name, EnumMembers: { } members, AllowedValues: { } values })
        {
            var index = values.TakeWhile(value => value != node.Text).Count();
            return $"global::LaunchSdk.{name}.{members[index]}";
        }

        return Plain(node);
    }

    // Lists and mappings inside run_config and the like have no type: they are carried as JSON.
    private static string Free(ConfigNode node)
    {
        if (node.Kind is not (ConfigNodeKind.Sequence or ConfigNodeKind.Mapping or ConfigNodeKind.Null))
        {
            return Plain(node);
        }

        var writer = ConfigWriter.Create(ConfigFormat.Json);
        writer.Node(node);
        return $"{FreeValue}.Parse({Literals.Text(writer.ToString()!.TrimEnd('\n'))})";
    }

    private static string Plain(ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Boolean => node.BooleanValue ? "true" : "false",
            ConfigNodeKind.Number
                when long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                Literals.Number(whole),
            ConfigNodeKind.Number => Literals.Number(double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            _ => Literals.Text(node.Text),
        };

    private static string TypeName(SchemaNode schema) =>
        schema is ObjectSchema { Name: var name } ? $"global::LaunchSdk.{name}" : FreeValue;
}
