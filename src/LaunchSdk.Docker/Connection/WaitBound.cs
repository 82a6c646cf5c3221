namespace LaunchSdk.Docker.Connection;

/// <summary>How long something may wait for the engine without progress.</summary>
/// <param name="Length">The time; <see cref="Timeout.InfiniteTimeSpan"/> for no bound.</param>
/// <param name="Setting">The property of <see cref="EngineTimeouts"/> that sets it.</param>
internal readonly record struct WaitBound(TimeSpan Length, string Setting)
{
    /// <summary>No bound: waiting is the point.</summary>
    public static readonly WaitBound None = new(Timeout.InfiniteTimeSpan, "");
}
