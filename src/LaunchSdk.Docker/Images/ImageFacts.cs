namespace LaunchSdk.Docker.Images;

/// <summary>What the engine knows of an image.</summary>
/// <param name="Id">The id, <c>sha256:...</c>.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="RepositoryDigests">Its digests in registries, <c>name@sha256:...</c>.</param>
/// <param name="OperatingSystem">Such as <c>linux</c>.</param>
/// <param name="Architecture">Such as <c>amd64</c>.</param>
internal sealed record ImageFacts(string Id, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> RepositoryDigests, string OperatingSystem, string Architecture);
