namespace LaunchSdk.Docker.Output;

/// <summary>Which of a container's two output streams. A container with a terminal has the first only.</summary>
public enum OutputSource
{
    /// <summary>The standard output.</summary>
    Stdout,

    /// <summary>The standard error.</summary>
    Stderr,
}
