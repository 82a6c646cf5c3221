namespace LaunchSdk.Docker.Containers;

/// <summary>The end of a container's first process as the engine tells it.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="At">When, by the engine's clock.</param>
internal sealed record EngineExit(int Code, DateTimeOffset At);
