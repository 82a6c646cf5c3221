namespace LaunchSdk.Docker.Requests;

/// <summary>One mount. A member that is null is not sent.</summary>
public sealed class MountConfig
{
    /// <summary><c>bind</c>, <c>volume</c>, <c>tmpfs</c>, <c>npipe</c>, <c>cluster</c> or <c>image</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The path on the host, the volume or the image.</summary>
    public string? Source { get; set; }

    /// <summary>The path in the container.</summary>
    public string? Target { get; set; }

    /// <summary>Whether the container cannot write to it.</summary>
    public bool? ReadOnly { get; set; }

    /// <summary>The consistency of old versions of Docker Desktop.</summary>
    public string? Consistency { get; set; }

    /// <summary>What is for bind mounts.</summary>
    public BindOptions? BindOptions { get; set; }

    /// <summary>What is for volumes.</summary>
    public VolumeOptions? VolumeOptions { get; set; }

    /// <summary>What is for images.</summary>
    public ImageOptions? ImageOptions { get; set; }

    /// <summary>What is for tmpfs mounts.</summary>
    public TmpfsOptions? TmpfsOptions { get; set; }
}
