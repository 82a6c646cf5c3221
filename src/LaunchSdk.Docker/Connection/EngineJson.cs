using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Connection;

/// <summary>The answers that are read without Docker.DotNet.</summary>
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(WaitAnswer))]
[JsonSerializable(typeof(CreateAnswer))]
internal sealed partial class EngineJson : JsonSerializerContext;

/// <summary>Every error answer's body.</summary>
internal sealed record ErrorAnswer([property: JsonPropertyName("message")] string? Message);

/// <summary>The answer to <c>POST /containers/create</c>.</summary>
/// <param name="Id">The container's id, 64 hexadecimal digits.</param>
/// <param name="Warnings">What the engine warns of; null for nothing.</param>
internal sealed record CreateAnswer(string Id, IReadOnlyList<string>? Warnings);

/// <summary>The answer to <c>POST /containers/{id}/wait</c>.</summary>
/// <param name="StatusCode">The exit code.</param>
/// <param name="Error">Why waiting failed; null when it did not.</param>
internal sealed record WaitAnswer(long StatusCode, WaitError? Error);

/// <summary>Why waiting failed, such as a removal that did not succeed.</summary>
internal sealed record WaitError(string? Message);
