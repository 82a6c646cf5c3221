namespace LaunchSdk.Docker.Images;

/// <summary>What the engine knows of an image.</summary>
/// <param name="Id">The id, <c>sha256:...</c>.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Digests">The digests that registries have it under, <c>sha256:...</c>, as far as the engine knows.</param>
internal sealed record ImageFacts(string Id, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Digests);
