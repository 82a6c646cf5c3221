using LaunchSdk.Docker.Requests;
using LaunchSdk.Values;
using static LaunchSdk.Docker.Translation.Absent;

namespace LaunchSdk.Docker.Translation;

/// <summary>One <c>--mount</c> as the Engine API has it.</summary>
internal static class MountTranslation
{
    public static MountConfig Translate(Mount mount, string workingDirectory) =>
        new()
        {
            Type = mount.Type,
            Source = NullIfEmpty(ClientPath.MakeAbsolute(mount.Source, workingDirectory)),
            Target = NullIfEmpty(mount.Target),
            ReadOnly = NullIfFalse(mount.IsReadOnly),
            Consistency = NullIfEmpty(mount.Consistency),
            BindOptions = mount.BindOptions is { } bind
                ? new BindOptions
                {
                    Propagation = NullIfEmpty(bind.Propagation),
                    NonRecursive = NullIfFalse(bind.NonRecursive),
                    ReadOnlyNonRecursive = NullIfFalse(bind.ReadOnlyNonRecursive),
                    ReadOnlyForceRecursive = NullIfFalse(bind.ReadOnlyForceRecursive),
                    CreateMountpoint = NullIfFalse(bind.CreateMountpoint),
                }
                : null,
            VolumeOptions = mount.VolumeOptions is { } volume
                ? new VolumeOptions
                {
                    NoCopy = NullIfFalse(volume.NoCopy),
                    Labels = NullIfEmpty(volume.Labels),
                    Subpath = NullIfEmpty(volume.Subpath),
                    DriverConfig = DriverOf(volume),
                }
                : null,
            ImageOptions = mount.ImageOptions is { } image ? new ImageOptions { Subpath = NullIfEmpty(image.Subpath) } : null,
            TmpfsOptions = mount.TmpfsOptions is { } tmpfs
                ? new TmpfsOptions { SizeBytes = tmpfs.SizeBytes == 0 ? null : tmpfs.SizeBytes, Mode = tmpfs.Mode == 0 ? null : tmpfs.Mode }
                : null,
        };

    private static DriverConfig? DriverOf(MountVolumeOptions volume) =>
        volume.Driver.Length == 0 && volume.DriverOptions.Count == 0
            ? null
            : new DriverConfig { Name = NullIfEmpty(volume.Driver), Options = NullIfEmpty(volume.DriverOptions) };

    private static bool? NullIfFalse(bool value) => value ? true : null;
}
