using System.Text.Json.Serialization;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Reads and writes without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(GraphQLRequest))]
[JsonSerializable(typeof(GraphQLAnswer))]
[JsonSerializable(typeof(SuccessPayload))]
[JsonSerializable(typeof(UpsertQueuePayload))]
[JsonSerializable(typeof(CreateConfigPayload))]
[JsonSerializable(typeof(PopPayload))]
[JsonSerializable(typeof(PushPayload))]
[JsonSerializable(typeof(AgentCreatedPayload))]
[JsonSerializable(typeof(AgentNode))]
[JsonSerializable(typeof(ProjectNode))]
[JsonSerializable(typeof(EntityNode))]
[JsonSerializable(typeof(ArtifactNode))]
internal sealed partial class WandbJson : JsonSerializerContext;
