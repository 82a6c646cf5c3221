using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LaunchSdk.Docker.Translation;

/// <summary>Writes a create request as JSON: what the engine gets, and the form that a person or a test reads.</summary>
internal static class CreateRequestJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"query":{...},"body":{...}}</c>.</summary>
    public static string Render(CreateRequest request)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("query");
            foreach (var (name, value) in Query(request))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("body");
            ContainerJson.Write(json, request.Parameters, request.Extras);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The body as UTF-8.</summary>
    public static byte[] Body(CreateRequest request)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ContainerJson.Write(json, request.Parameters, request.Extras);
        }

        return stream.ToArray();
    }

    /// <summary>The query: name and platform, where they are given.</summary>
    public static IEnumerable<(string Name, string Value)> Query(CreateRequest request)
    {
        if (!string.IsNullOrEmpty(request.Parameters.Name))
        {
            yield return ("name", request.Parameters.Name);
        }

        if (!string.IsNullOrEmpty(request.Parameters.Platform))
        {
            yield return ("platform", request.Parameters.Platform);
        }
    }
}
