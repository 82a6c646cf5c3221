namespace LaunchSdk.Docker.Containers;

/// <summary>A container that the engine refused to create: a name in use, an option it does not take, an image that is not there.</summary>
public sealed class ContainerCreateException : DockerEngineException
{
    /// <summary>Describes a refused container.</summary>
    /// <param name="image">The container's image.</param>
    /// <param name="engineMessage">The engine's own message.</param>
    /// <param name="advice">What to do next; null where nothing better than the message is known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ContainerCreateException(string image, string engineMessage, string? advice = null, Exception? innerException = null)
        : base($"creating a container from '{image}'", engineMessage, advice, innerException) =>
        ExitCode = StartFailure.ExitCode(engineMessage);
}
