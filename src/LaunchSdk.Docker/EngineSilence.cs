namespace LaunchSdk.Docker;

/// <summary>An engine that something waits for does not answer, or answers again.</summary>
/// <param name="Host">The engine's address, such as <c>unix:///var/run/docker.sock</c>.</param>
/// <param name="Length">How long nothing has come from it.</param>
/// <param name="IsOver">Whether it answers again.</param>
public sealed record EngineSilence(string Host, TimeSpan Length, bool IsOver);
