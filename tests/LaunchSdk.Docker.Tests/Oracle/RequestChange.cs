using System.Text.Json.Nodes;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>What a newer docker command sends in the place of a value that an older one sends.</summary>
/// <param name="Path">Where in the body: names with dots between them, <c>*</c> for every name or item.</param>
/// <param name="Update">The value of the newer one; null for none.</param>
/// <param name="Reason">What changed.</param>
internal sealed record RequestChange(string Path, Func<JsonNode, JsonNode?> Update, string Reason);
