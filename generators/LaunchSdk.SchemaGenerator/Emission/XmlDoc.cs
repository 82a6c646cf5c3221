namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>XML documentation comments.</summary>
internal static class XmlDoc
{
    /// <summary>Writes the first sentence as the summary.</summary>
    public static void Summary(SourceWriter writer, string text) => Element(writer, "summary", [Escape(text)]);

    /// <summary>Writes one element; <paramref name="lines"/> are escaped already.</summary>
    public static void Element(SourceWriter writer, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var (start, end) = ($"<{name}>", $"</{name.Split(' ')[0]}>");
        if (lines.Count == 1)
        {
            writer.Line($"/// {start}{lines[0]}{end}");
            return;
        }

        writer.Line($"/// {start}");
        foreach (var line in lines)
        {
            writer.Line($"/// {line}");
        }

        writer.Line($"/// {end}");
    }

    /// <summary>A paragraph, or nothing for an empty text.</summary>
    public static IEnumerable<string> Paragraph(string text) => text.Length == 0 ? [] : [$"<para>{Escape(text)}</para>"];

    /// <summary>A paragraph with a value as code; nothing without a value.</summary>
    public static IEnumerable<string> Fact(string label, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [$"<para>{label}: <c>{Escape(value!)}</c></para>"];

    /// <summary>A paragraph with a value as prose; nothing without a value.</summary>
    public static IEnumerable<string> Prose(string label, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [$"<para>{label}: {Escape(value!)}</para>"];

    /// <summary>Text as it may stand in XML, on one line.</summary>
    public static string Escape(string text) => XmlText.Escape(text).Trim();
}
