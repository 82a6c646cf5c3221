namespace LaunchSdk.Docker.Connection;

/// <summary>A line of an answer has no end.</summary>
/// <param name="start">How it begins.</param>
internal sealed class LineTooLongException(ReadOnlyMemory<byte> start)
    : IOException($"a line has more than {EngineLines.Longest >> 20} MiB")
{
    /// <summary>How it begins.</summary>
    public ReadOnlyMemory<byte> Start { get; } = start;
}
