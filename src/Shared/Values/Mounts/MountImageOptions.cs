namespace LaunchSdk.Values;

/// <summary>What a mount of type image says beyond source and target.</summary>
/// <param name="Subpath">Path inside the image that is mounted (<c>image-subpath</c>); empty for all of it.</param>
public sealed record MountImageOptions(string Subpath);
