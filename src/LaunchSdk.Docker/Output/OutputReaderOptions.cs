namespace LaunchSdk.Docker.Output;

/// <summary>How one reader takes a container's output.</summary>
public sealed record OutputReaderOptions
{
    /// <summary>Bytes that may wait for the reader: 1 MiB unless set. One piece may go beyond it.</summary>
    public int Capacity { get; init; } = 1024 * 1024;

    /// <summary>What happens when they are full: <see cref="OutputOverflow.Wait"/> unless set.</summary>
    public OutputOverflow Overflow { get; init; } = OutputOverflow.Wait;

    /// <summary>Bytes after which a line is cut in two: 64 KiB unless set, at least 16.</summary>
    public int LongestLine { get; init; } = LineContainerOutput.DefaultLongestLine;
}
