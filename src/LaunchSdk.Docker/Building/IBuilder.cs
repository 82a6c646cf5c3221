namespace LaunchSdk.Docker.Building;

/// <summary>Builds what an order says: the engine's classic builder, or BuildKit.</summary>
internal interface IBuilder
{
    /// <summary>
    /// Builds, and returns when the engine has the image under each of its names, or when it is pushed where the order says so.
    /// Cancellation stops the build on the engine.
    /// </summary>
    /// <returns>The digest of what was pushed, as the builder states it; null where it did not push.</returns>
    /// <exception cref="ImageBuildException">A step failed, or the engine refused.</exception>
    Task<string?> BuildAsync(BuildOrder order, CancellationToken cancellationToken);
}
