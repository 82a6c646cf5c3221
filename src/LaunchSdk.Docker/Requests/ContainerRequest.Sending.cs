using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LaunchSdk.Docker.Requests;

/// <content>How the request goes over the wire, and how a person sees it.</content>
public sealed partial class ContainerRequest
{
    private static readonly JsonWriterOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Readable = Wire with { Indented = true, NewLine = "\n" };

    /// <summary>The request for a person: <c>{"query":{...},"body":{...}}</c> as the engine gets it, indented.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("query");
            foreach (var (name, value) in Query())
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("body");
            JsonSerializer.Serialize(json, this, RequestJson.Default.ContainerRequest);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The query, encoded, with its question mark; empty for none.</summary>
    internal string ToQueryText()
    {
        var pairs = Query().Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    /// <summary>The body, UTF-8, with labels that this one container has in addition.</summary>
    internal byte[] ToBody(IEnumerable<KeyValuePair<string, string>> added)
    {
        var labels = new Dictionary<string, string>(Labels, StringComparer.Ordinal);
        foreach (var (name, value) in added)
        {
            labels[name] = value;
        }

        // A request may be sent many times, and each container has labels of its own.
        var request = (ContainerRequest)MemberwiseClone();
        request.Labels = labels;
        var buffer = new ArrayBufferWriter<byte>(InitialSize);
        using (var json = new Utf8JsonWriter(buffer, Wire))
        {
            JsonSerializer.Serialize(json, request, RequestJson.Default.ContainerRequest);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private const int InitialSize = 4096;

    private IEnumerable<(string Name, string Value)> Query()
    {
        if (Name is { } name)
        {
            yield return ("name", name);
        }

        if (Platform is { } platform)
        {
            yield return ("platform", platform);
        }
    }
}
