namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>
/// <c>IParsable</c> for the value types, so that they can be type arguments of the settings. Generated, because the
/// hand-written halves also compile where interfaces have no static members.
/// </summary>
internal static class ValueParsingEmitter
{
    private const string Provider = "global::System.IFormatProvider? provider";
    private const string NotNullWhenTrue = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";
    private const string MaybeNullWhenFalse = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)]";

    public static GeneratedFile Emit(EquatableArray<string> types)
    {
        var writer = SourceWriter.ForNamespace("LaunchSdk.Values");
        for (var i = 0; i < types.Count; i++)
        {
            EmitType(writer, types[i]);
            if (i < types.Count - 1)
            {
                writer.Line();
            }
        }

        return new GeneratedFile("ValueParsing.g.cs", writer.ToString());
    }

    private static void EmitType(SourceWriter writer, string type)
    {
        var parsable = $"global::System.IParsable<{type}>";
        using (writer.Block($"public sealed partial class {type} : {parsable}"))
        {
            writer.Line($"static {type} {parsable}.Parse(string s, {Provider}) => Parse(s);");
            writer.Line();
            using (
                writer.Block(
                    $"static bool {parsable}.TryParse({NotNullWhenTrue} string? s, {Provider}, {MaybeNullWhenFalse} out {type} result)"
                )
            )
            {
                writer.Line("result = null;");
                using (writer.Block("if (s is null)"))
                {
                    writer.Line("return false;");
                }

                writer.Line();
                using (writer.Block("if (global::LaunchSdk.Values.TemplateText.IsTemplate(s))"))
                {
                    writer.Line("result = Parse(s);");
                    writer.Line("return true;");
                }

                writer.Line();
                writer.Line("return TryParse(s, out result, out _);");
            }
        }
    }
}
