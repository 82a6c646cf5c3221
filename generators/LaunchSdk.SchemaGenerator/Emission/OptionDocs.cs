using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>Documentation of a member that stands for an option: the same for the property and for the builder's method.</summary>
internal static class OptionDocs
{
    /// <summary>Writes the documentation; <paramref name="parameter"/> is the line of a method's parameter.</summary>
    public static void Emit(SourceWriter writer, OptionModel option, EquatableArray<OptionModel> options, string? parameter = null)
    {
        XmlDoc.Summary(writer, Sentences.First(option.Description));
        if (parameter is not null)
        {
            writer.Line($"/// {parameter}");
            writer.Line("/// <returns>This builder.</returns>");
        }

        XmlDoc.Element(writer, "remarks", [.. Remarks(option, options)]);
        XmlDoc.Element(writer, "example", [$"<c>{XmlDoc.Escape(CommandLine(option))}</c>"]);
    }

    private static IEnumerable<string> Remarks(OptionModel option, EquatableArray<OptionModel> options) =>
        [
            .. XmlDoc.Paragraph(Sentences.Rest(option.Description)),
            .. XmlDoc.Fact("Value", option.Syntax),
            .. XmlDoc.Prose("Default", option.Default),
            .. XmlDoc.Prose("Lowest Engine API version", option.MinApiVersion),
            .. XmlDoc.Prose("Engine's operating system", option.EngineOs),
            .. XmlDoc.Prose("Conflicts when", string.Join("; ", ConflictEmitter.Summaries(option, options))),
            .. Values(option.Values),
            .. XmlDoc.Prose("Not sent to the engine", option.ClientSideReason),
        ];

    private static IEnumerable<string> Values(EquatableArray<ValueModel> values) =>
        values.Count == 0
            ? []
            :
            [
                "<list type=\"bullet\">",
                .. values.Select(value =>
                    $"<item><term><c>{XmlDoc.Escape(value.Value)}</c></term><description>{XmlDoc.Escape(value.Description)}</description></item>"
                ),
                "</list>",
            ];

    private static string CommandLine(OptionModel option) =>
        option.Kind == OptionKind.Flag ? $"--{option.Name}" : $"--{option.Name} {Quote(option.Example)}";

    // Quotes as a person would: only where a shell would split or read the text.
    private static string Quote(string example) =>
        example.Length > 0 && example.All(character => char.IsLetterOrDigit(character) || "-_=:/.,@+%^".Contains(character))
            ? example
            : $"'{example}'";
}
