namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Where a Dockerfile comes from; the first of these that exists is taken.</summary>
public enum DockerfileOrigin
{
    /// <summary>The run names it: <c>overrides.dockerfile</c>.</summary>
    Override,

    /// <summary>The job names it.</summary>
    Job,

    /// <summary><c>Dockerfile.wandb</c> beside the entry point.</summary>
    BesideEntryPoint,

    /// <summary>LaunchSdk wrote it.</summary>
    Generated,
}
