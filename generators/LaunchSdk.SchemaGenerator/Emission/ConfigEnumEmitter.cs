using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>An enum for a closed set of texts, and the texts of its members.</summary>
internal static class ConfigEnumEmitter
{
    public static GeneratedFile Emit(EnumModel model)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk");
        XmlDoc.Summary(writer, Sentences.First(model.Description));
        writer.GeneratedCode();
        using (writer.Block($"public enum {model.Name}"))
        {
            foreach (var value in model.Values)
            {
                XmlDoc.Element(
                    writer,
                    "summary",
                    [$"<c>{XmlDoc.Escape(value.Value)}</c>{(value.Description.Length > 0 ? ": " + XmlDoc.Escape(value.Description) : "")}"]
                );
                writer.Line($"{Names.ToEnumMember(value.Value)},");
            }
        }

        writer.Line();
        EmitTexts(writer, model);
        return new GeneratedFile(model.Name + ".g.cs", writer.ToString());
    }

    private static void EmitTexts(SourceWriter writer, EnumModel model)
    {
        var type = $"global::LaunchSdk.{model.Name}";
        XmlDoc.Element(writer, "summary", [$"The texts of <see cref=\"{type}\"/>."]);
        using (writer.Block($"internal static class {model.Name}Text"))
        {
            using (writer.Block($"public static {type} Read(global::LaunchSdk.Documents.ConfigNode node) => node.Text switch", ";"))
            {
                foreach (var value in model.Values)
                {
                    writer.Line($"{Literals.Text(value.Value)} => {type}.{Names.ToEnumMember(value.Value)},");
                }

                writer.Line(
                    $"var text => throw new global::System.FormatException({Literals.Text("not one of " + string.Join(", ", model.Values.Select(value => value.Value)) + ": ")} + text),"
                );
            }

            writer.Line();
            using (
                writer.Block(
                    $"public static void Write(global::LaunchSdk.Documents.ConfigWriter writer, {type} value) => writer.String(value switch",
                    ");"
                )
            )
            {
                foreach (var value in model.Values)
                {
                    writer.Line($"{type}.{Names.ToEnumMember(value.Value)} => {Literals.Text(value.Value)},");
                }

                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, null),");
            }
        }
    }
}
