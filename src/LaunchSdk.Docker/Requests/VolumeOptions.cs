namespace LaunchSdk.Docker.Requests;

/// <summary>Options of a volume. A member that is null is not sent.</summary>
public sealed class VolumeOptions
{
    /// <summary>Whether what the image has at the target is not copied into a new volume.</summary>
    public bool? NoCopy { get; set; }

    /// <summary>Labels of a new volume.</summary>
    public IDictionary<string, string>? Labels { get; set; }

    /// <summary>The folder of the volume to mount; null for all of it.</summary>
    public string? Subpath { get; set; }

    /// <summary>The driver of a new volume; null for the engine's default.</summary>
    public DriverConfig? DriverConfig { get; set; }
}
