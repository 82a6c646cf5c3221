using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The enum <c>LaunchSdk.Values.Grammar</c>, and the way from one of its members to the method that reads a text.</summary>
internal static class GrammarEmitter
{
    private const string Error = "global::LaunchSdk.Values.GrammarError?";
    private const string Grammar = "global::LaunchSdk.Values.Grammar";

    public static IEnumerable<GeneratedFile> Emit(EquatableArray<OptionModel> options)
    {
        var words = WordsEmitter.Of(options).ToList();
        return [EmitEnum(words), EmitCheck(words)];
    }

    private static GeneratedFile EmitEnum(IReadOnlyList<OptionModel> words)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Values");
        XmlDoc.Element(
            writer,
            "summary",
            ["The grammars of docker's option values; <c>x-launch-grammar</c> in the schema names one in kebab-case."]
        );
        writer.GeneratedCode();
        using (writer.Block("public enum Grammar"))
        {
            var members = new[] { (Grammars.Flag, "No value: a flag."), (Grammars.Text, "Any text.") }
                .Concat(Grammars.Rows.Select(row => (row.Name, row.Summary)))
                .Concat(words.Select(option => (option.Grammar, $"{WordsEmitter.Listed(option)}, or empty.")));
            var separator = false;
            foreach (var (name, summary) in members)
            {
                if (separator)
                {
                    writer.Line();
                }

                XmlDoc.Element(writer, "summary", [summary]);
                writer.Line($"{name},");
                separator = true;
            }
        }

        return new GeneratedFile("Grammar.g.cs", writer.ToString());
    }

    private static GeneratedFile EmitCheck(IReadOnlyList<OptionModel> words)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Values");
        using (writer.Block("internal static partial class GrammarCheck"))
        {
            XmlDoc.Summary(writer, "The grammar that the Parse method of a value type reads; null for another type.");
            using (writer.Block($"public static {Grammar}? OfType(string type) => type switch", ";"))
            {
                writer.Line($"{Literals.Text(Grammars.TextValue)} => {Grammar}.{Grammars.Text},");
                var types = Grammars.Rows.GroupBy(row => row.Type, StringComparer.Ordinal).Select(rows => (rows.Key, rows.First().Name));
                foreach (var (type, name) in types.Concat(words.Select(option => (option.Grammar, option.Grammar))))
                {
                    writer.Line($"{Literals.Text(type)} => {Grammar}.{name},");
                }

                writer.Line("_ => null,");
            }

            writer.Line();
            EmitRead(writer, words);
        }

        return new GeneratedFile("GrammarCheck.g.cs", writer.ToString());
    }

    private static void EmitRead(SourceWriter writer, IReadOnlyList<OptionModel> words)
    {
        using (writer.Block($"private static {Error} Read({Grammar} grammar, string text)"))
        {
            writer.Line($"{Error} error = null;");
            using (writer.Block("_ = grammar switch", ";"))
            {
                writer.Line($"{Grammar}.{Grammars.Text} => true,");
                foreach (var row in Grammars.Rows)
                {
                    writer.Line($"{Grammar}.{row.Name} => {Test(row)},");
                }

                foreach (var option in words)
                {
                    writer.Line($"{Grammar}.{option.Grammar} => {Call(option.Grammar, "TryParse")},");
                }

                writer.Line(
                    "_ => throw new global::System.ArgumentOutOfRangeException(nameof(grammar), grammar, \"a grammar without a parser\"),"
                );
            }

            writer.Line("return error;");
        }
    }

    private static string Test(GrammarRow row)
    {
        if (row.TakesAnyText)
        {
            return "true";
        }

        var parse = Call(row.Type, row.Parse);
        return row.HasPlainTexts ? $"global::LaunchSdk.Values.{row.Type}.IsPlain(text) || {parse}" : parse;
    }

    private static string Call(string type, string method) => $"global::LaunchSdk.Values.{type}.{method}(text, out _, out error)";
}
