namespace LaunchSdk.Docker.Building;

/// <summary>Builds what an order says: the engine's classic builder, or BuildKit.</summary>
internal interface IBuilder
{
    /// <summary>Builds, and returns when the engine has the image under each of its names. Cancellation stops the build on the engine.</summary>
    /// <exception cref="ImageBuildException">A step failed, or the engine refused.</exception>
    Task BuildAsync(BuildOrder order, CancellationToken cancellationToken);
}
