using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Registries;

/// <summary>The answers of credential helpers.</summary>
[JsonSerializable(typeof(HelperAnswer))]
internal sealed partial class RegistryJson : JsonSerializerContext;

/// <summary>A credential helper's answer to <c>get</c>.</summary>
/// <param name="Username">The user, or <c>&lt;token&gt;</c>.</param>
/// <param name="Secret">The password or the token.</param>
internal sealed record HelperAnswer(string? Username, string? Secret);
