using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>The request that creates a container: POST /containers/create, as docker's command line would send it.</summary>
public sealed class CreateRequest
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A request with these parameters and nothing else.</summary>
    /// <param name="parameters">The body and the query.</param>
    public CreateRequest(CreateContainerParameters parameters)
        : this(parameters, new CreateRequestExtras()) { }

    internal CreateRequest(CreateContainerParameters parameters, CreateRequestExtras extras)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = parameters;
        Extras = extras;
    }

    /// <summary>The body, and in <c>Name</c> and <c>Platform</c> the query.</summary>
    public CreateContainerParameters Parameters { get; }

    /// <summary>What the body holds beyond what <see cref="Parameters"/> can express.</summary>
    internal CreateRequestExtras Extras { get; }

    /// <summary><c>{"query":{...},"body":{...}}</c> as the engine gets it, indented for a person.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var message = ToMessage();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("query");
            foreach (var (name, value) in message.Query)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("body");
            JsonNode.Parse(message.Body)!.WriteTo(json);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    internal CreateMessage ToMessage()
    {
        var message = CreateMessage.Capture(Parameters);
        var isExact = Extras.IsEmpty && Parameters.Name is null && Parameters.Platform is null;
        return isExact ? message : message with { Body = Extras.Overlay(message.Body, Parameters) };
    }
}
