namespace LaunchSdk.Docker.Connection;

/// <summary>An error answer to a request of <see cref="EngineTransport"/>, before the caller says what it was asking.</summary>
internal sealed class EngineRefusedException(int status, EngineMessage answer) : Exception(answer.Message)
{
    public int Status { get; } = status;

    /// <summary>What it says, and whether the engine said it.</summary>
    public EngineMessage Answer { get; } = answer;
}
