using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>One fluent method an option for <c>LaunchSdk.DockerQueueBuilder</c>; the rest of the builder is written by hand.</summary>
internal static class QueueBuilderEmitter
{
    private const string Builder = "global::LaunchSdk.DockerQueueBuilder";

    public static GeneratedFile Emit(EquatableArray<OptionModel> options)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk");
        writer.GeneratedCode();
        using (writer.Block("public sealed partial class DockerQueueBuilder"))
        {
            for (var i = 0; i < options.Count; i++)
            {
                EmitMethod(writer, options[i], options);
                if (i < options.Count - 1)
                {
                    writer.Line();
                }
            }
        }

        return new GeneratedFile("DockerQueueBuilder.g.cs", writer.ToString());
    }

    private static void EmitMethod(SourceWriter writer, OptionModel option, EquatableArray<OptionModel> options)
    {
        var row = OptionTypes.Row(option);
        var (parameter, name, meaning, set) = option.Kind switch
        {
            OptionKind.Flag => (
                "bool enabled = true",
                "enabled",
                "False says <c>=false</c>, which is not the same as leaving the option out.",
                $"SetFlag({row}, enabled)"
            ),
            OptionKind.Repeatable => ($"{OptionTypes.One(option)} value", "value", "One value; call again for more.", $"Add({row}, value)"),
            _ when OptionTypes.IsText(option) => ("string value", "value", "The value.", $"SetText({row}, value)"),
            _ => ($"{OptionTypes.One(option)} value", "value", "The value.", $"Set({row}, value)"),
        };
        OptionDocs.Emit(writer, option, options, $"<param name=\"{name}\">{meaning}</param>");
        using (writer.Block($"public {Builder} {option.Member}({parameter})"))
        {
            writer.Line($"Settings.{set};");
            writer.Line("return this;");
        }
    }
}
