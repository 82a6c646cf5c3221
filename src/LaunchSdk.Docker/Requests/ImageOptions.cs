namespace LaunchSdk.Docker.Requests;

/// <summary>Options of an image mount.</summary>
public sealed class ImageOptions
{
    /// <summary>The folder of the image to mount; null for all of it.</summary>
    public string? Subpath { get; set; }
}
