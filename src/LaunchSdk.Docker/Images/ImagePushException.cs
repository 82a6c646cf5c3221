namespace LaunchSdk.Docker.Images;

/// <summary>
/// An image that the engine could not push: the registry wants other credentials, has no such repository, or is out of reach.
/// </summary>
public sealed class ImagePushException : DockerEngineException
{
    /// <summary>Describes a failed push.</summary>
    /// <param name="image">The image as pushed, with its registry and tag.</param>
    /// <param name="engineMessage">The registry's words as the engine passes them on.</param>
    /// <param name="advice">What to do next; null where nothing better than the message is known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ImagePushException(string image, string engineMessage, string? advice, Exception? innerException = null)
        : base($"pushing the image '{image}'", engineMessage, advice, innerException) => Image = image;

    /// <summary>The image as pushed.</summary>
    public string Image { get; }
}
