using System.Text.Json.Nodes;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>The body of a GraphQL call.</summary>
internal sealed record GraphQLRequest(string Query, JsonObject Variables);
