using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The schema tables: <c>LaunchSdk.Validation.LaunchSchemas</c>, one property a mapping.</summary>
internal static class SchemaTableEmitter
{
    private const string Namespace = "global::LaunchSdk.Validation.Schema";
    private const string List = "global::System.Collections.Generic.IReadOnlyList<string>";

    public static GeneratedFile Emit(EquatableArray<ObjectModel> objects)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Validation");
        XmlDoc.Summary(writer, "What the schemas say of each mapping with known keys.");
        writer.GeneratedCode();
        using (writer.Block("internal static partial class LaunchSchemas"))
        {
            foreach (var model in objects)
            {
                EmitObject(writer, model);
            }

            EmitSharedNodes(writer, objects);
        }

        return new GeneratedFile("LaunchSchemas.g.cs", writer.ToString());
    }

    private static void EmitObject(SourceWriter writer, ObjectModel model)
    {
        XmlDoc.Summary(writer, Sentences.First(model.Description));
        writer.Line($"public static {Namespace}.ObjectSchema {model.ClassName} {{ get; }} = new(");
        using (writer.Indent())
        {
            writer.Line($"{Literals.Text(model.Title)},");
            writer.Line($"{Literals.Text(model.ClassName)},");
            writer.Line($"new {Namespace}.PropertySchema[]");
            writer.Line("{");
            using (writer.Indent())
            {
                foreach (var property in model.Properties)
                {
                    EmitProperty(writer, model, property);
                }
            }

            EmitEnd(writer, model);
        }

        writer.Line();
    }

    private static void EmitProperty(SourceWriter writer, ObjectModel model, PropertyModel property)
    {
        var required = property.IsRequired ? ", IsRequired = true" : "";
        var replaced = property.ReplacedBy is { } successor ? $", ReplacedBy = {Literals.Text(successor)}" : "";
        var summary = Literals.Text(Sentences.First(property.Description));
        writer.Line(
            $"new({Literals.Text(property.Name)}, {Literals.Text(property.Member)}, static () => {Reference(model, property)}) {{ Summary = {summary}{required}{replaced} }},"
        );
    }

    private static void EmitEnd(SourceWriter writer, ObjectModel model)
    {
        if (model.ExactlyOneOf.Count + model.AtMostOneOf.Count == 0)
        {
            writer.Line("});");
            return;
        }

        using (writer.Block("})", ";"))
        {
            EmitGroups(writer, "ExactlyOneOf", model.ExactlyOneOf);
            EmitGroups(writer, "AtMostOneOf", model.AtMostOneOf);
        }
    }

    private static void EmitGroups(SourceWriter writer, string name, EquatableArray<EquatableArray<string>> groups)
    {
        if (groups.Count > 0)
        {
            var lists = string.Join(", ", groups.Select(group => $"new string[] {{ {string.Join(", ", group.Select(Literals.Text))} }}"));
            writer.Line($"{name} = new {List}[] {{ {lists} }},");
        }
    }

    // A node that is built of parts lives in a field: a table is built once, however often it is asked for.
    // The fields have a class of their own, which is initialized after the objects that they refer to.
    private static void EmitSharedNodes(SourceWriter writer, EquatableArray<ObjectModel> objects)
    {
        using (writer.Block("private static class Nodes"))
        {
            foreach (var model in objects)
            {
                foreach (var property in model.Properties.Where(property => !IsShared(property.Node)))
                {
                    writer.Line(
                        $"public static readonly {Namespace}.SchemaNode {FieldName(model, property)} = {Expression(property.Node)};"
                    );
                }
            }
        }
    }

    // The compiler thinks of a table further down as null: it cannot know that the delegate runs later.
    private static string Reference(ObjectModel model, PropertyModel property) =>
        property.Node switch
        {
            ObjectNode reference => reference.ClassName + "!",
            var node when IsShared(node) => Expression(node),
            _ => "Nodes." + FieldName(model, property),
        };

    private static bool IsShared(NodeModel node) => node is AnyNode or OptionSetNode or ObjectNode;

    private static string FieldName(ObjectModel model, PropertyModel property) => $"{model.ClassName}_{property.Member}";

    private static string Expression(NodeModel node) =>
        node switch
        {
            AnyNode => $"{Namespace}.AnySchema.Instance",
            OptionSetNode => $"{Namespace}.OptionSetSchema.Instance",
            ObjectNode reference => reference.ClassName,
            ListNode { MinItems: > 0 } list =>
                $"new {Namespace}.ListSchema({Expression(list.Items)}) {{ MinItems = {Literals.Number(list.MinItems)} }}",
            ListNode list => $"new {Namespace}.ListSchema({Expression(list.Items)})",
            MapNode map => $"new {Namespace}.MapSchema({Expression(map.Values)})",
            ScalarNode scalar => $"new {Namespace}.ScalarSchema {{ {string.Join(", ", ScalarFacts(scalar))} }}",
            _ => throw new InvalidOperationException($"no schema table for {node}"),
        };

    private static IEnumerable<string> ScalarFacts(ScalarNode scalar)
    {
        var kinds = new[] { ScalarTypes.String, ScalarTypes.Integer, ScalarTypes.Number, ScalarTypes.Boolean, ScalarTypes.Null }.Where(
            type => scalar.Types.HasFlag(type)
        );
        yield return $"Kinds = {string.Join(" | ", kinds.Select(kind => $"{Namespace}.ScalarKinds.{kind}"))}";
        if (scalar.Grammar is { } grammar)
        {
            yield return $"Grammar = global::LaunchSdk.Values.Grammar.{grammar}";
        }

        if (scalar.AllowedValues.Count > 0)
        {
            yield return $"AllowedValues = {Literals.Texts(scalar.AllowedValues)}";
        }

        if (scalar.EnumName is { } name)
        {
            yield return $"EnumName = {Literals.Text(name)}";
            yield return $"EnumMembers = {Literals.Texts(scalar.AllowedValues.Select(Names.ToEnumMember).ToEquatableArray())}";
        }

        foreach (var (bounded, bound) in new[] { ("Minimum", scalar.Minimum), ("Maximum", scalar.Maximum) })
        {
            if (bound is { } value)
            {
                yield return $"{bounded} = {Literals.Number(value)}";
            }
        }

        foreach (var (bounded, bound) in new[] { ("MinLength", scalar.MinLength), ("MaxLength", scalar.MaxLength) })
        {
            if (bound is { } value)
            {
                yield return $"{bounded} = {Literals.Number(value)}";
            }
        }
    }
}
