namespace LaunchSdk.Docker.Containers;

/// <summary>What becomes of a container when its handle is disposed of.</summary>
public enum ContainerDisposal
{
    /// <summary>It goes on, and is found again by its labels (<see cref="ContainerCatalog"/>).</summary>
    LeaveRunning,

    /// <summary>It is stopped: stop signal, stop timeout, kill. It is left as ended, unless it was run with <c>rm</c>.</summary>
    Stop,

    /// <summary>It is stopped, and removed with its anonymous volumes.</summary>
    Remove,
}
