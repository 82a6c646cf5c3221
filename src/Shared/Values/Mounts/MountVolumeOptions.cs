namespace LaunchSdk.Values;

/// <summary>What a mount of type volume says beyond source and target.</summary>
/// <param name="NoCopy">The image's files are not copied into an empty volume (<c>volume-nocopy</c>).</param>
/// <param name="Subpath">Path inside the volume that is mounted (<c>volume-subpath</c>); empty for all of it.</param>
/// <param name="Labels">Labels for a volume that has to be made (<c>volume-label</c>).</param>
/// <param name="Driver">The volume's driver (<c>volume-driver</c>); empty for the engine's own.</param>
/// <param name="DriverOptions">Options for the driver (<c>volume-opt</c>).</param>
public sealed record MountVolumeOptions(
    bool NoCopy,
    string Subpath,
    IReadOnlyDictionary<string, string> Labels,
    string Driver,
    IReadOnlyDictionary<string, string> DriverOptions
);
