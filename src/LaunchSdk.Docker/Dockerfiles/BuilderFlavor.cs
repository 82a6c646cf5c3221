namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Which of docker's two builders reads a Dockerfile.</summary>
public enum BuilderFlavor
{
    /// <summary>The engine's own builder, which every engine has: no mounts, no heredocs.</summary>
    Classic,

    /// <summary>BuildKit: the generated Dockerfile keeps downloads in cache mounts.</summary>
    BuildKit,
}
