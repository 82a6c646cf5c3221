namespace LaunchSdk.Docker.Output;

/// <summary>Reads a container's output and throws it away.</summary>
public sealed class DiscardedOutput : IContainerOutput
{
    private DiscardedOutput() { }

    /// <summary>The one instance.</summary>
    public static DiscardedOutput Instance { get; } = new();

    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes) { }

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes) { }

    /// <inheritdoc/>
    public void Flush() { }
}
