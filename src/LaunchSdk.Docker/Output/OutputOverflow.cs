namespace LaunchSdk.Docker.Output;

/// <summary>What happens when a reader is slower than the container.</summary>
public enum OutputOverflow
{
    /// <summary>
    /// The container's output is held back until the reader has made room: nothing is lost, and a container that writes on waits.
    /// </summary>
    Wait,

    /// <summary>The oldest output that was not read yet is thrown away: the reader sees the newest.</summary>
    DropOldest,

    /// <summary>New output is thrown away until there is room.</summary>
    DropNewest,
}
