using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Requests;

/// <summary>Writes the body of the create request; made at compile time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContainerRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;
