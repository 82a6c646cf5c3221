namespace LaunchSdk.Docker.Images;

/// <summary>What the engine knows of an image.</summary>
/// <param name="Id">The id, <c>sha256:...</c>.</param>
/// <param name="Labels">Its labels.</param>
internal sealed record ImageFacts(string Id, IReadOnlyDictionary<string, string> Labels);
