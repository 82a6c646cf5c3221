namespace LaunchSdk.Docker.Containers;

/// <summary>How far a run had come when its result was made. The engine takes tens of milliseconds from the exit to the removal.</summary>
public enum ContainerEnd
{
    /// <summary>The container was started and goes on (a detached run).</summary>
    Running,

    /// <summary>Its first process has ended and all output was handed over; the container may still be there.</summary>
    Exited,

    /// <summary>It has ended and is gone: the end state of <c>docker run --rm</c>.</summary>
    Removed,
}
