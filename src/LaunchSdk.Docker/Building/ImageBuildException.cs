namespace LaunchSdk.Docker.Building;

/// <summary>
/// An image that could not be built: a step failed, the Dockerfile cannot be built by this engine, or the configuration does not let it be
/// built.
/// </summary>
public sealed class ImageBuildException : DockerEngineException
{
    /// <summary>Describes a failed build.</summary>
    /// <param name="source">What was built, as the user named it.</param>
    /// <param name="engineMessage">The engine's own message, or why the build was refused.</param>
    /// <param name="advice">What to do next; null where nothing better than the message is known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ImageBuildException(string source, string engineMessage, string? advice = null, Exception? innerException = null)
        : base($"building an image of '{source}'", engineMessage, advice, innerException) => BuildSource = source;

    /// <summary>What was built, as the user named it.</summary>
    public string BuildSource { get; }

    /// <summary>
    /// The step that failed, such as <c>Step 4/7 : RUN pip install -r requirements.txt</c>; null where no step had begun.
    /// </summary>
    public string? FailedStep { get; init; }

    /// <summary>The last lines that the failed step wrote.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];
}
