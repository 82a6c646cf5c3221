using System.Runtime.CompilerServices;
using System.Text;

namespace LaunchSdk.Docker.Output;

/// <summary>
/// One of the readers of a container's output (<see cref="OutputBroadcast"/>). Read it once, as bytes or as lines; dispose it to stop
/// reading.
/// </summary>
public sealed class OutputReader : IDisposable
{
    private readonly OutputBroadcast _owner;
    private readonly int _longestLine;

    internal OutputReader(OutputBroadcast owner, OutputReaderOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Capacity);
        _owner = owner;
        _longestLine = options.LongestLine;
        Queue = new ChunkQueue(options.Capacity, options.Overflow);
    }

    /// <summary>Bytes that this reader did not get, because it was slower than its policy allows.</summary>
    public long DroppedBytes => Queue.DroppedBytes;

    internal ChunkQueue Queue { get; }

    /// <summary>The output in pieces as they came, to its end.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The pieces.</returns>
    public async IAsyncEnumerable<OutputChunk> ReadBytesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await Queue.NextAsync(cancellationToken).ConfigureAwait(false) is { } chunk)
        {
            yield return chunk;
        }
    }

    /// <summary>The output in lines, to its end; a line that the container has not ended comes last.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The lines.</returns>
    public async IAsyncEnumerable<OutputLine> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var lines = new List<OutputLine>();
        var splitter = new LineContainerOutput(
            (source, line, ending) => lines.Add(new OutputLine(source, Encoding.UTF8.GetString(line), ending)),
            _longestLine
        );
        OutputChunk? next;
        do
        {
            next = await Queue.NextAsync(cancellationToken).ConfigureAwait(false);
            switch (next)
            {
                case { Source: OutputSource.Stdout } chunk:
                    splitter.OnStdout(chunk.Bytes.Span);
                    break;
                case { } chunk:
                    splitter.OnStderr(chunk.Bytes.Span);
                    break;
                default:
                    splitter.Complete(null);
                    break;
            }

            foreach (var line in lines)
            {
                yield return line;
            }

            lines.Clear();
        } while (next is not null);
    }

    /// <summary>Stops reading; a container that waited for this reader goes on.</summary>
    public void Dispose()
    {
        _owner.Remove(this);
        Queue.Abandon();
    }
}
