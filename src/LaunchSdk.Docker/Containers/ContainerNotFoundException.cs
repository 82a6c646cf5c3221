namespace LaunchSdk.Docker.Containers;

/// <summary>No container of LaunchSdk's has that id, name or run id. One of somebody else's may: LaunchSdk does not touch it.</summary>
public sealed class ContainerNotFoundException : DockerEngineException
{
    /// <summary>Describes a container that is not there.</summary>
    /// <param name="container">What was looked for.</param>
    /// <param name="reason">Why it was not found.</param>
    public ContainerNotFoundException(string container, string reason)
        : base(
            $"looking for the container '{container}'",
            reason,
            $"`docker ps --all --filter label={LaunchLabels.Managed}` lists those that LaunchSdk made; it does not touch others"
        ) { }
}
