using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Calls operations and tells the kinds of failure apart.</summary>
internal sealed class GraphQLClient(WandbHttp http, WandbOptions options)
{
    private const int LongestAnswer = 32 * 1024 * 1024;

    private readonly Uri _address = new(options.BaseUrl.AbsoluteUri.TrimEnd('/') + "/graphql");

    /// <summary>Calls an operation; the value of one field of its data, null where the server has null.</summary>
    public async Task<T?> CallAsync<T>(
        string field,
        string query,
        JsonObject variables,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        CallKind kind = CallKind.Repeatable
    )
        where T : class
    {
        var data = await CallAsync(field, query, variables, kind, cancellationToken).ConfigureAwait(false);
        return data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out var value) ? Read(field, value, type) : null;
    }

    /// <summary>Calls an operation; its data.</summary>
    public async Task<JsonElement> CallAsync(
        string what,
        string query,
        JsonObject variables,
        CallKind kind,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new GraphQLRequest(query, variables), WandbJson.Default.GraphQLRequest);
        var answer = await http.SendAsync(kind, what, () => Request(body), ReadAsync, cancellationToken).ConfigureAwait(false);
        if (answer.Errors is { Count: > 0 } errors)
        {
            throw Failure(what, errors);
        }

        return answer.Data;
    }

    /// <summary>Reads a part of the data.</summary>
    /// <exception cref="RunQueueUnavailableException">It has another shape.</exception>
    public static T? Read<T>(string what, JsonElement value, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return value.Deserialize(type);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new RunQueueUnavailableException($"W&B's answer to {what} has another shape than is known here");
        }
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
    }

    private static async Task<GraphQLAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await BoundedReader.ReadAsync(response.Content, LongestAnswer, cancellationToken).ConfigureAwait(false);
        try
        {
            return
                JsonSerializer.Deserialize(bytes, WandbJson.Default.GraphQLAnswer) is { } answer
                && (answer.Data.ValueKind == JsonValueKind.Object || answer.Errors is { Count: > 0 })
                ? answer
                : throw new TransportException("its answer has no data");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair, which is no text.
            throw new TransportException("its answer is not the JSON of GraphQL: is there a proxy in between?");
        }
    }

    private RunQueueException Failure(string what, IReadOnlyList<GraphQLError> errors)
    {
        var messages = errors.Select(error => http.Mask.Line(error?.Message)).Where(line => line.Length > 0).ToList();
        var text = messages.Count > 0 ? string.Join("; ", messages) : "an error without a message";
        return GraphQLFailure.Classify(errors) switch
        {
            HttpStatusCode.Unauthorized => new RunQueueDeniedException(
                $"W&B refuses {what}: {text}; check the API key and its rights on '{options.Entity}'"
            ),
            HttpStatusCode.NotFound => new RunQueueNotFoundException($"W&B does not find what {what} names: {text}"),
            HttpStatusCode.InternalServerError => new RunQueueUnavailableException(
                $"W&B failed at {what}: {text}; it is tried again later"
            ),
            _ => new RunQueueRefusedException($"W&B refuses {what}: {text}", messages),
        };
    }
}
