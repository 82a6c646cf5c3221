namespace LaunchSdk.Values;

/// <summary>What a mount of type tmpfs says beyond the target.</summary>
/// <param name="SizeBytes">The largest size in bytes (<c>tmpfs-size</c>); 0 for the engine's default.</param>
/// <param name="Mode">
/// Permissions of the directory, as bits (<c>tmpfs-mode</c>, written in octal digits); 0 for the engine's default.
/// </param>
public sealed record MountTmpfsOptions(long SizeBytes, uint Mode);
