using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>Documentation of a member that stands for a key.</summary>
internal static class PropertyDocs
{
    public static void Emit(SourceWriter writer, PropertyModel property)
    {
        XmlDoc.Summary(writer, Sentences.First(property.Description));
        XmlDoc.Element(writer, "remarks", [.. Remarks(property)]);
        XmlDoc.Element(
            writer,
            "example",
            property.Example is { } example ? [$"<c>{XmlDoc.Escape($"{property.Name}: {example}")}</c>"] : []
        );
    }

    /// <summary>The attribute that shows the successor where a deprecated member is used.</summary>
    public static void EmitObsolete(SourceWriter writer, PropertyModel property)
    {
        if (property.ReplacedByMember is { } successor)
        {
            writer.Line(
                $"[global::System.Obsolete({Literals.Text($"'{property.Name}' is now called '{property.ReplacedBy}': use {successor}")})]"
            );
        }
    }

    private static IEnumerable<string> Remarks(PropertyModel property) =>
        [
            .. XmlDoc.Paragraph(Sentences.Rest(property.Description)),
            .. XmlDoc.Fact("Key", property.Name),
            .. XmlDoc.Paragraph(property.IsRequired ? "Required." : ""),
            .. XmlDoc.Prose("Default", property.Default),
            .. Bounds(property.Node),
            .. XmlDoc.Fact("Deprecated; use", property.ReplacedBy),
        ];

    private static IEnumerable<string> Bounds(NodeModel node) =>
        node is not ScalarNode scalar
            ? []
            :
            [
                .. XmlDoc.Prose("At least", Known(scalar.Minimum, int.MinValue)),
                .. XmlDoc.Prose("At most", Known(scalar.Maximum, int.MaxValue)),
                .. XmlDoc.Prose("Longest", scalar.MaxLength is { } length ? $"{Literals.Number(length)} characters" : null),
            ];

    private static string? Known(double? bound, int natural) =>
        bound is { } value && !value.Equals(natural) ? value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : null;
}
