using LaunchSdk.SchemaGenerator.Models;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>What a schema says of a value: its shape, without its documentation.</summary>
internal sealed class NodeParser(ObjectParser objects, string owner)
{
    /// <summary>Parses a value; <paramref name="name"/> is what a class or enum without a name of its own is called.</summary>
    public NodeModel Parse(Cursor place, string name)
    {
        if (place.Text(Keys.Reference) is { } reference)
        {
            return ParseReference(place, reference);
        }

        var target = place.Target;
        if (OptionParser.IsOptionSet(target))
        {
            return new OptionSetNode();
        }

        if (target == place && place.Schema.Properties.Count > 0)
        {
            throw place.Error("a mapping with keys has a class of its own: move it to definitions and refer to it");
        }

        var alternatives = Alternatives(target);
        return alternatives.Count > 0 ? ParseUnion(target, alternatives, name) : ParseSingle(target, name);
    }

    private static OptionSetNode ParseReference(Cursor place, string reference)
    {
        if (reference.EndsWith("docker-queue.schema.json#/definitions/options", StringComparison.Ordinal))
        {
            return new OptionSetNode();
        }

        throw place.Error(
            $"'{reference}' is in another file: only docker-queue.schema.json#/definitions/options may be referred to from outside"
        );
    }

    private static List<Cursor> Alternatives(Cursor place)
    {
        var key = place.Schema.AnyOf.Count > 0 ? "anyOf" : "oneOf";
        var schemas = place.Schema.AnyOf.Count > 0 ? place.Schema.AnyOf : place.Schema.OneOf;
        return
        [
            .. schemas.Select((schema, index) => place.At(schema, key, index.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        ];
    }

    private NodeModel ParseUnion(Cursor place, List<Cursor> alternatives, string name)
    {
        var parts = alternatives.Select(alternative => Parse(alternative, name)).ToList();
        var values = parts.Where(part => part is not ScalarNode { Types: ScalarTypes.Null }).ToList();
        if (values is [var only])
        {
            return only;
        }

        if (values.All(part => part is ScalarNode))
        {
            return values.Cast<ScalarNode>().Aggregate((left, right) => Merge(place, left, right));
        }

        throw place.Error("an option may be a value or a list, nothing else may: write one shape");
    }

    private static ScalarNode Merge(Cursor place, ScalarNode left, ScalarNode right) =>
        new()
        {
            Types = left.Types | right.Types,
            Grammar = place.Text(Keys.Grammar) is { } grammar ? OptionParser.ParseGrammar(place, grammar) : left.Grammar ?? right.Grammar,
            Minimum = left.Minimum ?? right.Minimum,
            Maximum = left.Maximum ?? right.Maximum,
            MinLength = left.MinLength ?? right.MinLength,
            MaxLength = left.MaxLength ?? right.MaxLength,
            AllowedValues = left.AllowedValues.Concat(right.AllowedValues).ToEquatableArray(),
        };

    private NodeModel ParseSingle(Cursor place, string name)
    {
        var schema = place.Schema;
        if (schema.Type.HasFlag(JsonObjectType.Array))
        {
            return new ListNode(schema.Item is { } item ? Parse(place.At(item, "items"), name) : new AnyNode(), schema.MinItems);
        }

        if (schema.Properties.Count > 0)
        {
            return new ObjectNode(place.RequiredText(Keys.Class));
        }

        if (schema.Type.HasFlag(JsonObjectType.Object))
        {
            return new MapNode(
                schema.AdditionalPropertiesSchema is { } values ? Parse(place.At(values, "additionalProperties"), name) : new AnyNode()
            );
        }

        return new ScalarParser(objects, owner).Parse(place, name) is { Types: not ScalarTypes.None } scalar ? scalar : new AnyNode();
    }
}
