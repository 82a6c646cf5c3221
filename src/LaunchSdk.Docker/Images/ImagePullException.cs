namespace LaunchSdk.Docker.Images;

/// <summary>An image that the engine could not pull: there is none of that name, it is private, or the registry is out of reach.</summary>
public sealed class ImagePullException : DockerEngineException
{
    /// <summary>Describes a failed pull.</summary>
    /// <param name="image">The image as written.</param>
    /// <param name="engineMessage">The engine's own message.</param>
    /// <param name="advice">What to do next; null where nothing better than the message is known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ImagePullException(string image, string engineMessage, string? advice, Exception? innerException = null)
        : base($"pulling the image '{image}'", engineMessage, advice, innerException) => Image = image;

    /// <summary>The image as written.</summary>
    public string Image { get; }
}
