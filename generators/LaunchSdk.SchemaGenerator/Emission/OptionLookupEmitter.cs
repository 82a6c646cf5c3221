using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>
/// The way from a name to its row. A name in a file is found where it stands, without making a string of it:
/// its length and first letter leave few candidates.
/// </summary>
internal static class OptionLookupEmitter
{
    private const string Option = "global::LaunchSdk.Options.DockerOption";
    private const string NotNullWhenTrue = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";

    public static GeneratedFile Emit(EquatableArray<OptionModel> options)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Options");
        using (writer.Block("public static partial class DockerOptions"))
        {
            EmitByName(writer);
            writer.Line();
            EmitBySource(writer, options);
            writer.Line();
            using (writer.Block("private static bool Matches(string source, int start, string name)"))
            {
                writer.Line("return string.CompareOrdinal(source, start, name, 0, name.Length) == 0;");
            }
        }

        return new GeneratedFile("DockerOptions.Lookup.g.cs", writer.ToString());
    }

    private static void EmitByName(SourceWriter writer)
    {
        XmlDoc.Summary(
            writer,
            "Finds an option by its long, one-letter or hidden name, without dashes. Case counts, as it does for docker."
        );
        writer.Line("/// <param name=\"name\">The name, such as <c>memory</c> or <c>m</c>.</param>");
        writer.Line("/// <param name=\"option\">The option; null when there is none of that name.</param>");
        writer.Line("/// <returns>Whether there is an option of that name.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">The name is null.</exception>");
        using (writer.Block($"public static bool TryGet(string name, {NotNullWhenTrue} out {Option}? option)"))
        {
            using (writer.Block("if (name is null)"))
            {
                writer.Line("throw new global::System.ArgumentNullException(nameof(name));");
            }

            writer.Line();
            writer.Line("return TryGet(name, 0, name.Length, out option);");
        }
    }

    private static void EmitBySource(SourceWriter writer, EquatableArray<OptionModel> options)
    {
        var names = options.SelectMany(option => NamesOf(option).Select(name => (Name: name, option.Member)));
        XmlDoc.Summary(writer, "Finds an option by a name inside a longer text, without allocating.");
        using (writer.Block($"internal static bool TryGet(string source, int start, int length, {NotNullWhenTrue} out {Option}? option)"))
        {
            writer.Line("option = null;");
            using (writer.Block("switch (length)"))
            {
                foreach (var group in names.GroupBy(entry => entry.Name.Length).OrderBy(group => group.Key))
                {
                    writer.Line($"case {Literals.Number(group.Key)}:");
                    using (writer.Indent())
                    {
                        EmitLength(writer, group);
                        writer.Line("break;");
                    }
                }
            }

            writer.Line();
            writer.Line("return option is not null;");
        }
    }

    private static void EmitLength(SourceWriter writer, IEnumerable<(string Name, string Member)> entries)
    {
        using (writer.Block("switch (source[start])"))
        {
            foreach (var group in entries.GroupBy(entry => entry.Name[0]).OrderBy(group => group.Key))
            {
                writer.Line($"case {Literals.Character(group.Key)}:");
                using (writer.Indent())
                {
                    var rest = group.Aggregate(
                        "null",
                        (otherwise, entry) =>
                            entry.Name.Length == 1
                                ? entry.Member
                                : $"Matches(source, start, {Literals.Text(entry.Name)}) ? {entry.Member} : {otherwise}"
                    );
                    writer.Line($"option = {rest};");
                    writer.Line("break;");
                }
            }
        }
    }

    private static IEnumerable<string> NamesOf(OptionModel option) =>
        new[] { option.Name }.Concat(option.ShortName is { } letter ? [letter] : []).Concat(option.HiddenNames);
}
