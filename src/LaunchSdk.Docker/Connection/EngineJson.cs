using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Connection;

/// <summary>The answers that are read in more than one place.</summary>
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(CreateAnswer))]
internal sealed partial class EngineJson : JsonSerializerContext;

/// <summary>Every error answer's body.</summary>
internal sealed record ErrorAnswer([property: JsonPropertyName("message")] string? Message);

/// <summary>The answer to <c>POST /containers/create</c>.</summary>
/// <param name="Id">The container's id, 64 hexadecimal digits.</param>
/// <param name="Warnings">What the engine warns of; null for nothing.</param>
internal sealed record CreateAnswer(string Id, IReadOnlyList<string>? Warnings) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => EngineId.IsContainer(Id) && (Warnings ?? []).All(static warning => warning is not null);
}
