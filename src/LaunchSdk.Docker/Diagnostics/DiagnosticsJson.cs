using System.Text.Json;
using System.Text.Json.Serialization;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Diagnostics;

/// <summary>The answers about the engine itself.</summary>
[JsonSerializable(typeof(InfoAnswer))]
internal sealed partial class DiagnosticsJson : JsonSerializerContext;

/// <summary>The answer to <c>GET /info</c>, as far as it is read.</summary>
internal sealed record InfoAnswer(
    [property: JsonPropertyName("OSType")] string? OSType,
    string? DockerRootDir,
    IReadOnlyDictionary<string, JsonElement>? Runtimes,
    IReadOnlyList<JsonElement>? DiscoveredDevices
) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => OSType is { Length: > 0 } && DockerRootDir?.Contains('\0', StringComparison.Ordinal) != true;
}
