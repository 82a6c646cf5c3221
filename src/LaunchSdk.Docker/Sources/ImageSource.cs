using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>An image that is there already: nothing is built.</summary>
public sealed class ImageSource : BuildSource
{
    internal ImageSource(string text, ImageReference image)
        : base(text) => Image = image;

    /// <summary>The image.</summary>
    public ImageReference Image { get; }
}
