using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The rows of the option table: <c>LaunchSdk.Options.DockerOptions</c>.</summary>
internal static class OptionTableEmitter
{
    public static GeneratedFile Emit(EquatableArray<OptionModel> options)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Options");
        XmlDoc.Summary(writer, "The options of docker run, one row each.");
        writer.GeneratedCode();
        using (writer.Block("public static partial class DockerOptions"))
        {
            foreach (var option in options)
            {
                EmitRow(writer, option, options);
            }

            // After the rows: static members are initialized in the order of the text.
            XmlDoc.Summary(writer, "All options, in the order of the schema.");
            using (
                writer.Block(
                    "public static global::System.Collections.Generic.IReadOnlyList<global::LaunchSdk.Options.DockerOption> All { get; } = new global::LaunchSdk.Options.DockerOption[]",
                    ";"
                )
            )
            {
                foreach (var option in options)
                {
                    writer.Line($"{Row(option)},");
                }
            }
        }

        return new GeneratedFile("DockerOptions.g.cs", writer.ToString());
    }

    private static void EmitRow(SourceWriter writer, OptionModel option, EquatableArray<OptionModel> options)
    {
        XmlDoc.Element(writer, "summary", [$"<c>--{option.Name}</c>: {XmlDoc.Escape(Sentences.First(option.Description))}"]);
        writer.Line($"public static global::LaunchSdk.Options.DockerOption {option.Member} => {Row(option)};");
        writer.Line();
        using (writer.Block($"private static readonly global::LaunchSdk.Options.DockerOption {Row(option)} = new()", ";"))
        {
            foreach (var (name, value) in Facts(option, options))
            {
                writer.Line($"{name} = {value},");
            }
        }

        writer.Line();
    }

    // The list of all options takes fields, because a first use of the table would otherwise have each property compiled.
    private static string Row(OptionModel option) => option.Member + "Row";

    private static string Refusal(RefusalModel rule)
    {
        List<string> facts =
        [
            $"Part = global::LaunchSdk.Options.OptionPart.{rule.Part}",
            $"Condition = global::LaunchSdk.Options.RefusalCondition.{rule.Condition}",
            $"Outcome = global::LaunchSdk.Options.RefusalOutcome.{rule.Outcome}",
        ];
        var lists = new[] { ("Words", rule.Words), ("Kinds", rule.Kinds), ("Seen", rule.Seen), ("Examples", rule.Examples) };
        foreach (var (name, texts) in lists)
        {
            if (texts.Count > 0)
            {
                facts.Add($"{name} = {Literals.Texts(texts)}");
            }
        }

        facts.Add($"Because = {Literals.Text(rule.Because)}");
        facts.Add($"Write = {Literals.Text(rule.Write)}");
        return $"new() {{ {string.Join(", ", facts)} }}";
    }

    private static IEnumerable<(string Name, string Value)> Facts(OptionModel option, EquatableArray<OptionModel> options)
    {
        yield return ("Name", Literals.Text(option.Name));
        yield return ("Member", Literals.Text(option.Member));
        if (option.ShortName is { } letter)
        {
            yield return ("ShortName", Literals.Text(letter));
        }

        if (option.HiddenNames.Count > 0)
        {
            yield return ("HiddenNames", Literals.Texts(option.HiddenNames));
        }

        yield return ("Arity", $"global::LaunchSdk.Options.OptionArity.{option.Kind}");
        yield return ("Grammar", $"global::LaunchSdk.Values.Grammar.{option.Grammar}");
        yield return ("Summary", Literals.Text(Sentences.First(option.Description)));
        yield return ("Syntax", Literals.Text(option.Syntax));
        yield return ("Example", Literals.Text(option.Example));
        foreach (
            var (name, value) in new[]
            {
                ("Default", option.Default),
                ("MinApiVersion", option.MinApiVersion),
                ("EngineOs", option.EngineOs),
            }
        )
        {
            if (value is not null)
            {
                yield return (name, Literals.Text(value));
            }
        }

        yield return ("Target", Literals.Text(option.Target));
        if (option.ClientSideReason is { } reason)
        {
            yield return ("ClientSideReason", Literals.Text(reason));
        }

        if (option.Ceiling is { } ceiling)
        {
            yield return ("Ceiling", $"global::LaunchSdk.Options.OptionCeiling.{ceiling}");
        }

        foreach (var (name, isTrue) in new[] { ("IsSecret", option.IsSecret), ("IsClientFile", option.IsClientFile) })
        {
            if (isTrue)
            {
                yield return (name, "true");
            }
        }

        if (string.Join(", ", ConflictEmitter.Expressions(option, options)) is { Length: > 0 } conflicts)
        {
            yield return ("Conflicts", $"[{conflicts}]");
        }

        if (option.Refusals.Count > 0)
        {
            yield return ("Refusals", $"[{string.Join(", ", option.Refusals.Select(Refusal))}]");
        }

        if (option.Values.Count > 0)
        {
            var values = option.Values.Select(value => $"new({Literals.Text(value.Value)}, {Literals.Text(value.Description)})");
            yield return ("Values", $"[{string.Join(", ", values)}]");
        }
    }
}
