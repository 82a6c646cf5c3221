using System.Text.Json;
using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// One message of the stream in which the engine tells of a build or a push. An error comes here too, after the status 200.
/// </summary>
/// <param name="Stream">Output of a build.</param>
/// <param name="Status">What happens to a layer or an image.</param>
/// <param name="Id">The layer.</param>
/// <param name="ProgressDetail">Bytes of a layer.</param>
/// <param name="Error">Why it failed; null while it goes well.</param>
/// <param name="ErrorDetail">The same with a code.</param>
/// <param name="Aux">Ids and digests; of another shape for each request.</param>
internal sealed record EngineStreamMessage(
    [property: JsonPropertyName("stream")] string? Stream,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("progressDetail")] EngineStreamProgress? ProgressDetail,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("errorDetail")] EngineStreamError? ErrorDetail,
    [property: JsonPropertyName("aux")] JsonElement? Aux
)
{
    /// <summary>The error's words; null for none.</summary>
    public string? Failure =>
        ErrorDetail?.Message is { Length: > 0 } detail ? AnswerText.Show(detail, AnswerText.LongestMessage)
        : Error is { Length: > 0 } error ? AnswerText.Show(error, AnswerText.LongestMessage)
        : Error is null && ErrorDetail is null ? null
        : "the engine gave no reason";
}

/// <summary>Bytes done and in all; 0 where the engine does not know.</summary>
internal sealed record EngineStreamProgress(
    [property: JsonPropertyName("current")] long Current,
    [property: JsonPropertyName("total")] long Total
);

/// <summary>An error with the exit code of a build's step, where it has one.</summary>
internal sealed record EngineStreamError(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("message")] string? Message
);

/// <summary>The messages of such streams.</summary>
[JsonSerializable(typeof(EngineStreamMessage))]
internal sealed partial class EngineStreamJson : JsonSerializerContext;
