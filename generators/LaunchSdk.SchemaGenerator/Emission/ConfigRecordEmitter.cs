using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>A record for a mapping with known keys: properties, equality, printing, reading, writing.</summary>
internal static class ConfigRecordEmitter
{
    private const string Support = "global::LaunchSdk.Configuration";

    public static GeneratedFile Emit(ObjectModel model)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk");
        XmlDoc.Summary(writer, Sentences.First(model.Description));
        XmlDoc.Element(writer, "remarks", [.. XmlDoc.Paragraph(Sentences.Rest(model.Description))]);
        writer.GeneratedCode();
        using (writer.Block($"public sealed partial record {model.ClassName}"))
        {
            foreach (var property in model.Properties)
            {
                EmitProperty(writer, property);
                writer.Line();
            }

            EmitEquality(writer, model);
            writer.Line();
            EmitPrinting(writer, model);
            writer.Line();
            EmitRead(writer, model);
            writer.Line();
            EmitWrite(writer, model);
        }

        return new GeneratedFile(model.ClassName + ".g.cs", writer.ToString());
    }

    private static void EmitProperty(SourceWriter writer, PropertyModel property)
    {
        PropertyDocs.Emit(writer, property);
        PropertyDocs.EmitObsolete(writer, property);
        var type = ModelTypes.Name(property.Node) + "?";
        if (property.ReplacedBy is null)
        {
            writer.Line($"public {type} {property.Member} {{ get; init; }}");
            return;
        }

        writer.Line($"public {type} {property.Member} {{ get => {property.StoredMember}; init => {property.StoredMember} = value; }}");
        writer.Line();
        XmlDoc.Element(writer, "summary", [$"What <c>{property.Member}</c> holds, for the SDK's own code."]);
        writer.Line($"internal {type} {property.StoredMember} {{ get; init; }}");
    }

    // A record compares lists by reference; a configuration is equal to one that says the same.
    private static void EmitEquality(SourceWriter writer, ObjectModel model)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public bool Equals(global::LaunchSdk.{model.ClassName}? other) =>");
        using (writer.Indent())
        {
            var parts = model.Properties.Select(property =>
                $"{Support}.ConfigEquality.Equal({property.StoredMember}, other.{property.StoredMember})"
            );
            var lines = new[] { "other is not null" }.Concat(parts).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                writer.Line((i == 0 ? "" : "&& ") + lines[i] + (i == lines.Count - 1 ? ";" : ""));
            }
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public override int GetHashCode()"))
        {
            writer.Line("var hash = new global::System.HashCode();");
            foreach (var property in model.Properties)
            {
                writer.Line($"hash.Add({Support}.ConfigEquality.Hash({property.StoredMember}));");
            }

            writer.Line("return hash.ToHashCode();");
        }
    }

    // A record prints every member, most of them unset, and lists as the name of their type.
    private static void EmitPrinting(SourceWriter writer, ObjectModel model)
    {
        using (writer.Block("private bool PrintMembers(global::System.Text.StringBuilder text)"))
        {
            writer.Line($"var printer = new {Support}.MemberPrinter(text);");
            foreach (var property in model.Properties)
            {
                writer.Line($"printer.Add({Literals.Text(property.Member)}, {property.StoredMember});");
            }

            writer.Line("return printer.HasPrinted;");
        }
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model)
    {
        XmlDoc.Summary(writer, "Reads a mapping that was validated.");
        using (
            writer.Block(
                $"internal static global::LaunchSdk.{model.ClassName} Read(global::LaunchSdk.Documents.ConfigNode node) => new()",
                ";"
            )
        )
        {
            foreach (var property in model.Properties)
            {
                var find = ModelTypes.IsValueType(property.Node) ? "FindValue" : "Find";
                writer.Line(
                    $"{property.StoredMember} = {Support}.ConfigRead.{find}(node, {Literals.Text(property.Name)}, {ModelTypes.Read(property.Node)}),"
                );
            }
        }
    }

    private static void EmitWrite(SourceWriter writer, ObjectModel model)
    {
        XmlDoc.Summary(writer, "Writes the mapping; what is unset is left out.");
        using (writer.Block("internal void Write(global::LaunchSdk.Documents.ConfigWriter writer)"))
        {
            writer.Line("writer.BeginMapping();");
            foreach (var property in model.Properties)
            {
                var write = ModelTypes.IsValueType(property.Node) ? "MemberValue" : "Member";
                writer.Line(
                    $"{Support}.ConfigWrite.{write}(writer, {Literals.Text(property.Name)}, {property.StoredMember}, {ModelTypes.Write(property.Node)});"
                );
            }

            writer.Line("writer.EndMapping();");
        }
    }
}
