namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>What an artifact holds, by path.</summary>
internal sealed record ArtifactManifest(int? Version, IReadOnlyDictionary<string, ArtifactEntry?>? Contents);

/// <summary>A file of an artifact.</summary>
/// <param name="Digest">The MD5 of its content, in base64.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Ref">Where it is when W&amp;B does not have it; null for W&amp;B's own.</param>
internal sealed record ArtifactEntry(string? Digest, long? Size, string? Ref);
