namespace LaunchSdk.Docker.Containers;

/// <summary>
/// A container that ended and was removed while the engine could not be reached, and of whose exit the engine knows nothing any more.
/// </summary>
public sealed class ContainerLostException : DockerEngineException
{
    /// <summary>Describes a lost container.</summary>
    /// <param name="id">The container's id.</param>
    public ContainerLostException(string id)
        : base(
            $"waiting for the container {ContainerRequests.Short(id)}",
            "it is gone, and the engine does not know any more how it ended",
            "An engine that restarts removes ended containers that were run with rm: leave rm out and let LaunchSdk remove them to keep the exit code"
        ) => Id = id;

    /// <summary>The container's id.</summary>
    public string Id { get; }
}
