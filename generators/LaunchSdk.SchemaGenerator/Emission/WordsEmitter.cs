using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>A value type for an option whose value is one of a few words (<c>x-launch-words</c>), or empty.</summary>
internal static class WordsEmitter
{
    private const string NotNullWhen = "global::System.Diagnostics.CodeAnalysis.NotNullWhen";

    /// <summary>The options whose grammar is a list of words, one for each grammar.</summary>
    public static IEnumerable<OptionModel> Of(IEnumerable<OptionModel> options) =>
        options
            .Where(option => option.WordsCalled is not null)
            .GroupBy(option => option.Grammar, StringComparer.Ordinal)
            .Select(group => group.First());

    /// <summary>The words for a sentence, as XML: <c>host</c> or <c>private</c>.</summary>
    public static string Listed(OptionModel option)
    {
        var words = option.Values.Select(value => $"<c>{XmlDoc.Escape(value.Value)}</c>").ToList();
        return words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[words.Count - 1];
    }

    public static GeneratedFile Emit(OptionModel option)
    {
        var type = option.Grammar;
        var writer = SourceWriter.ForNamespace("LaunchSdk.Values");
        XmlDoc.Element(writer, "summary", [$"{XmlDoc.Escape(Capital(option.WordsCalled!))} (<c>--{option.Name}</c>): {Listed(option)}."]);
        XmlDoc.Element(
            writer,
            "remarks",
            [.. XmlDoc.Paragraph("Docker takes lower case only, and an empty text."), .. XmlDoc.Prose("Value", option.Syntax)]
        );
        writer.GeneratedCode();
        using (writer.Block($"public sealed partial class {type} : global::LaunchSdk.Values.DockerValue"))
        {
            writer.Line($"private static readonly string[] Words = {Literals.Texts(option.Values.Select(value => value.Value))};");
            writer.Line();
            writer.Line($"private {type}(string text, bool isTemplate = false)");
            using (writer.Block("    : base(text, isTemplate)")) { }

            writer.Line();
            foreach (var value in option.Values)
            {
                XmlDoc.Element(writer, "summary", [$"<c>{XmlDoc.Escape(value.Value)}</c>: {XmlDoc.Escape(value.Description)}"]);
                writer.Line($"public static {type} {Names.ToMember(value.Value)} {{ get; }} = new({Literals.Text(value.Value)});");
                writer.Line();
            }

            XmlDoc.Summary(writer, "Whether the text is empty, which names none of the words.");
            writer.Line("public bool IsUnset => Known(Text.Length == 0);");
            writer.Line();
            EmitParsing(writer, option, type);
        }

        return new GeneratedFile(type + ".g.cs", writer.ToString());
    }

    private static void EmitParsing(SourceWriter writer, OptionModel option, string type)
    {
        var called = XmlDoc.Escape(option.WordsCalled!);
        XmlDoc.Summary(writer, $"Reads {option.WordsCalled} as docker's client does; never throws, and knows no templates.");
        writer.Line("/// <param name=\"text\">The text.</param>");
        writer.Line("/// <param name=\"value\">The value; null when the text is refused.</param>");
        writer.Line("/// <param name=\"error\">Why the text is refused; null when it is accepted.</param>");
        writer.Line("/// <returns>Whether the text is one of the words, or empty.</returns>");
        writer.Line("public static bool TryParse(");
        writer.Line("    string text,");
        writer.Line($"    [{NotNullWhen}(true)] out {type}? value,");
        writer.Line($"    [{NotNullWhen}(false)] out global::LaunchSdk.Values.GrammarError? error");
        using (writer.Block(")"))
        {
            writer.Line("var isKnown = text.Length == 0 || global::System.Array.IndexOf(Words, text) >= 0;");
            writer.Line($"value = isKnown ? new {type}(text) : null;");
            var refusal = $"global::LaunchSdk.Values.Refusal.OneOf(text, {Literals.Text(option.WordsCalled!)}, Words)";
            writer.Line($"error = isKnown ? null : {refusal};");
            writer.Line("return isKnown;");
        }

        writer.Line();
        XmlDoc.Summary(writer, "Reads a constant in code; a template is kept as it is.");
        writer.Line("/// <param name=\"text\">One of the words, an empty text, or a template.</param>");
        writer.Line("/// <returns>The value.</returns>");
        writer.Line($"/// <exception cref=\"global::System.FormatException\">The text is neither {called} nor a template.</exception>");
        writer.Line($"public static {type} Parse(string text) =>");
        writer.Line(
            $"    global::LaunchSdk.Values.ValueParser.Parse<{type}>(text, TryParse, static t => new {type}(t, isTemplate: true));"
        );
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"Parse\"/>");
        writer.Line($"public static implicit operator {type}(string text) => Parse(text);");
    }

    // "a pull policy" begins a sentence as "A pull policy".
    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
