using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>Problems as a JSON array.</summary>
internal static class JsonProblems
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(IReadOnlyList<Problem> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var problem in problems)
            {
                Write(json, problem);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("id", problem.Rule.Id);
        json.WriteString("severity", SeverityWord(problem.Severity));
        json.WriteString("path", problem.File?.Path ?? problem.Location.ToString());
        WriteNumber(json, "line", problem.File?.Start.Line);
        WriteNumber(json, "column", problem.File?.Start.Column);
        WriteNumber(json, "endLine", problem.File?.End.Line);
        WriteNumber(json, "endColumn", problem.File?.End.Column);
        json.WriteString("message", problem.Message);
        json.WriteEndObject();
    }

    // A problem in no file has no line; the field is there all the same.
    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    internal static string SeverityWord(ProblemSeverity severity) =>
        severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "info",
        };
}
