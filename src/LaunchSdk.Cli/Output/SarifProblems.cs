using System.Text;
using System.Text.Json;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>Problems as a SARIF 2.1.0 log, which code scanning services read.</summary>
internal static class SarifProblems
{
    public static string Render(IReadOnlyList<Problem> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonProblems.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, problems);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var problem in problems)
            {
                WriteResult(json, problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "launch");
        json.WriteString("version", typeof(SarifProblems).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in problems.Select(problem => problem.Rule).DistinctBy(rule => rule.Id))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", rule.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", problem.Rule.Id);
        json.WriteString(
            "level",
            problem.Severity switch
            {
                ProblemSeverity.Error => "error",
                ProblemSeverity.Warning => "warning",
                _ => "note",
            }
        );
        json.WriteStartObject("message");
        json.WriteString("text", problem.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (problem.File is { } place)
        {
            WritePhysicalLocation(json, place);
        }
        else
        {
            WriteLogicalLocation(json, problem.Location);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePhysicalLocation(Utf8JsonWriter json, FileLocation place)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", place.Path.Replace('\\', '/'));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Start.Line);
        json.WriteNumber("startColumn", place.Start.Column);
        json.WriteNumber("endLine", place.End.Line);
        json.WriteNumber("endColumn", place.End.Column);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, ProblemLocation place)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", place.ToString());
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
