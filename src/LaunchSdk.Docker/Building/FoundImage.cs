using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>An image that is there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id; null where only the registry has it.</param>
/// <param name="Digest">Its digest in the registry; null where the registry has none, or was not asked.</param>
/// <param name="WasBuilt">Whether it was built just now.</param>
internal sealed record FoundImage(ImageReference Name, string? Id, string? Digest, bool WasBuilt);
