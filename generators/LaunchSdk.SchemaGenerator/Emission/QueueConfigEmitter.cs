using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The typed views of <c>LaunchSdk.DockerQueueConfig</c>; its settings and equality are written by hand.</summary>
internal static class QueueConfigEmitter
{
    public static GeneratedFile Emit(EquatableArray<OptionModel> options)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk");
        writer.GeneratedCode();
        using (writer.Block("public sealed partial record DockerQueueConfig"))
        {
            foreach (var option in options)
            {
                EmitProperty(writer, option, options);
                writer.Line();
            }

            XmlDoc.Summary(writer, "How LaunchSdk makes the image; taken out before docker run. Null: nothing said.");
            writer.Line("public global::LaunchSdk.QueueBuilderConfig? Builder { get; init; }");
        }

        return new GeneratedFile("DockerQueueConfig.g.cs", writer.ToString());
    }

    private static void EmitProperty(SourceWriter writer, OptionModel option, EquatableArray<OptionModel> options)
    {
        OptionDocs.Emit(writer, option, options);
        var (row, type) = (OptionTypes.Row(option), OptionTypes.One(option));
        var (get, set) = option.Kind switch
        {
            OptionKind.Flag => ($"GetFlag({row})", $"SetFlag({row}, value)"),
            OptionKind.Repeatable => ($"GetList<{type}>({row})", $"SetList({row}, value)"),
            _ when OptionTypes.IsText(option) => ($"GetText({row})", $"SetText({row}, value)"),
            _ => ($"Get<{type}>({row})", $"Set({row}, value)"),
        };
        using (writer.Block($"public {OptionTypes.Property(option)} {option.Member}"))
        {
            writer.Line($"get => Settings.{get};");
            writer.Line($"init => Settings.{set};");
        }
    }
}
