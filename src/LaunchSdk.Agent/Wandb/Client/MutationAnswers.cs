namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>What mutations answer with.</summary>
internal sealed record SuccessPayload(bool? Success);

/// <summary>The answer of upsertRunQueue.</summary>
internal sealed record UpsertQueuePayload(bool? Success, IReadOnlyList<string?>? ConfigSchemaValidationErrors);

/// <summary>The answer of createDefaultResourceConfig.</summary>
internal sealed record CreateConfigPayload(bool? Success, string? DefaultResourceConfigID);

/// <summary>The answer of popFromRunQueue; the run spec is a JSON text or an object.</summary>
internal sealed record PopPayload(string? RunQueueItemId, System.Text.Json.JsonElement RunSpec);

/// <summary>The answer of pushToRunQueueByName.</summary>
internal sealed record PushPayload(string? RunQueueItemId);

/// <summary>The answer of createLaunchAgent.</summary>
internal sealed record AgentCreatedPayload(string? LaunchAgentId);

/// <summary>An agent as the server has it.</summary>
internal sealed record AgentNode(bool? StopPolling);
