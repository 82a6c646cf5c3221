namespace LaunchSdk.Docker.Connection;

/// <summary>An error answer to a request of <see cref="EngineTransport"/>, before the caller says what it was asking.</summary>
internal sealed class EngineRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
