using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Connection;

/// <summary>An ssh that ended before the engine answered: why, and what to do.</summary>
internal sealed class SshFailedException(string reason, string advice, EngineErrorKind kind = EngineErrorKind.Other) : IOException(reason)
{
    public string Advice { get; } = advice;

    public EngineErrorKind Kind { get; } = kind;
}
