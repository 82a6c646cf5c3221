using System.Text.Json.Serialization;

namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>Reads and writes without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(WandbJournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
