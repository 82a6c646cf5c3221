using System.Text;

namespace LaunchSdk.Docker.Output;

/// <summary>Hands a container's output on in lines, on the thread that reads it: the cheapest way to look at each line.</summary>
public sealed class LineContainerOutput : IContainerOutput
{
    /// <summary>The longest line unless set otherwise: 64 KiB.</summary>
    public const int DefaultLongestLine = 64 * 1024;

    private const int ShortestLongestLine = 16;

    private readonly LineSplitter _stdout;
    private readonly LineSplitter _stderr;

    /// <summary>Lines as bytes; nothing is allocated for a line.</summary>
    /// <param name="handler">Takes each line. One that waits holds the container's output back; one that throws ends the run.</param>
    /// <param name="longestLine">Bytes after which a line is cut in two, at least 16: what bounds the memory.</param>
    public LineContainerOutput(Utf8LineHandler handler, int longestLine = DefaultLongestLine)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfLessThan(longestLine, ShortestLongestLine);
        _stdout = new LineSplitter(OutputSource.Stdout, handler, longestLine);
        _stderr = new LineSplitter(OutputSource.Stderr, handler, longestLine);
    }

    /// <summary>Lines as text.</summary>
    /// <param name="handler">Takes each line.</param>
    /// <param name="longestLine">Bytes after which a line is cut in two, at least 16.</param>
    /// <returns>The receiver.</returns>
    public static LineContainerOutput ForText(Action<OutputLine> handler, int longestLine = DefaultLongestLine)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new LineContainerOutput(
            (source, line, ending) => handler(new OutputLine(source, Encoding.UTF8.GetString(line), ending)),
            longestLine
        );
    }

    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes) => _stdout.Write(bytes);

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes) => _stderr.Write(bytes);

    /// <inheritdoc/>
    public void Flush() { }

    /// <inheritdoc/>
    public void Complete(Exception? failure)
    {
        _stdout.Complete();
        _stderr.Complete();
    }
}
