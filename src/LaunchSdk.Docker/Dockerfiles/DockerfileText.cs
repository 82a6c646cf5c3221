namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What the reader found in a Dockerfile's text.</summary>
/// <param name="Syntax">The image of <c># syntax=</c>; null for none.</param>
/// <param name="Instructions">The instructions.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record DockerfileText(string? Syntax, IReadOnlyList<DockerfileInstruction> Instructions, IReadOnlyList<string> Problems);
