namespace LaunchSdk.Docker.Containers;

/// <summary>A container that the engine created but could not start. It has been removed again.</summary>
public sealed class ContainerStartException : DockerEngineException
{
    /// <summary>Describes a failed start; the exit code follows from the engine's message as in <c>docker run</c>.</summary>
    /// <param name="image">The container's image.</param>
    /// <param name="engineMessage">The engine's own message.</param>
    /// <param name="advice">What to do next; null where nothing better than the message is known.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ContainerStartException(string image, string engineMessage, string? advice = null, Exception? innerException = null)
        : base($"starting a container from '{image}'", engineMessage, advice, innerException) =>
        ExitCode = StartFailure.ExitCode(engineMessage);
}
