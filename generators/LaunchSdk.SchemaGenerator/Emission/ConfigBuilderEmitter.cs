using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>A fluent builder for the record of a whole document.</summary>
internal static class ConfigBuilderEmitter
{
    public static GeneratedFile Emit(ObjectModel model)
    {
        var (config, builder) = ($"global::LaunchSdk.{model.ClassName}", $"global::LaunchSdk.{model.ClassName}Builder");
        var writer = SourceWriter.ForNamespace("LaunchSdk");
        XmlDoc.Element(writer, "summary", [$"Builds a <see cref=\"{config}\"/> key by key."]);
        writer.GeneratedCode();
        using (writer.Block($"public sealed partial class {model.ClassName}Builder"))
        {
            writer.Line($"private {config} _config = new();");
            writer.Line();
            foreach (var property in model.Properties)
            {
                PropertyDocs.Emit(writer, property);
                writer.Line(
                    $"/// <param name=\"value\">{(property.Node is ListNode ? "The whole list; it replaces an earlier one." : "The value.")}</param>"
                );
                writer.Line("/// <returns>This builder.</returns>");
                PropertyDocs.EmitObsolete(writer, property);
                var modifier = property.Node is ListNode ? "params " : "";
                using (writer.Block($"public {builder} {property.Member}({modifier}{ModelTypes.Name(property.Node)} value)"))
                {
                    writer.Line($"_config = _config with {{ {property.StoredMember} = value }};");
                    writer.Line("return this;");
                }

                writer.Line();
            }

            XmlDoc.Summary(writer, "What was set so far, as an immutable record.");
            writer.Line("/// <returns>The record.</returns>");
            writer.Line($"public {config} Build() => _config;");
        }

        return new GeneratedFile(model.ClassName + "Builder.g.cs", writer.ToString());
    }
}
