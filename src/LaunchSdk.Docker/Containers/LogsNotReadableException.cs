namespace LaunchSdk.Docker.Containers;

/// <summary>A container whose log driver sends its output elsewhere and cannot give it back.</summary>
public sealed class LogsNotReadableException : DockerEngineException
{
    /// <summary>Describes unreadable logs.</summary>
    /// <param name="id">The container's id.</param>
    /// <param name="engineMessage">The engine's own message.</param>
    public LogsNotReadableException(string id, string engineMessage)
        : base(
            $"reading the logs of the container {ContainerRequests.Short(id)}",
            engineMessage,
            "Its log driver sends the output elsewhere (option log-driver): read it there, or run with json-file or local. Output that is attached to while the container runs needs no log driver"
        ) { }
}
