using System.Text.Json;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>The answer of a GraphQL call.</summary>
internal sealed record GraphQLAnswer
{
    public JsonElement Data { get; init; }

    public IReadOnlyList<GraphQLError>? Errors { get; init; }
}

/// <summary>What a GraphQL call could not do.</summary>
internal sealed record GraphQLError
{
    public string? Message { get; init; }

    public JsonElement Extensions { get; init; }

    /// <summary>The code some servers give, in lower case; empty where there is none.</summary>
    public string Code =>
        Extensions.ValueKind == JsonValueKind.Object
        && Extensions.TryGetProperty("code", out var code)
        && code.ValueKind == JsonValueKind.String
            ? code.GetRawText().Trim('"').ToLowerInvariant()
            : string.Empty;
}
