namespace LaunchSdk.Docker.Containers;

/// <summary>Part of a container's output did not come and cannot be had any more.</summary>
public sealed class OutputLostException : DockerEngineException
{
    /// <summary>Describes lost output.</summary>
    /// <param name="id">The container's id.</param>
    /// <param name="reason">Why it is lost: the engine's own message, or what happened.</param>
    /// <param name="innerException">What was thrown underneath; null for nothing.</param>
    public OutputLostException(string id, string reason, Exception? innerException = null)
        : base($"part of the output of the container {ContainerRequests.Short(id)} is lost", reason, null, innerException) => Id = id;

    /// <summary>The container's id.</summary>
    public string Id { get; }
}
