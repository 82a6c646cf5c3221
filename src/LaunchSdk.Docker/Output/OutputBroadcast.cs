using System.Buffers;

namespace LaunchSdk.Docker.Output;

/// <summary>
/// Gives a container's output to any number of readers, each with its own bound and its own policy. Until the first reader comes, the
/// newest output is kept
/// for it; a later reader gets what comes after it. Memory is bounded by the readers' capacities, whatever the volume.
/// </summary>
public sealed class OutputBroadcast : IContainerOutput
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _gathered = new(64 * 1024);
    private readonly ChunkQueue _backlog;
    private OutputReader[] _readers = [];
    private OutputSource _source;
    private Exception? _failure;
    private bool _over;
    private bool _hasBeenRead;

    /// <summary>A broadcast that keeps up to 1 MiB for its first reader, unless said otherwise.</summary>
    /// <param name="backlog">Bytes that are kept for the first reader.</param>
    public OutputBroadcast(int backlog = 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(backlog);
        _backlog = new ChunkQueue(backlog, OutputOverflow.DropOldest);
    }

    /// <summary>Adds a reader.</summary>
    /// <param name="options">Its bound and policy; null for 1 MiB and waiting.</param>
    /// <returns>The reader; dispose it to stop reading.</returns>
    public OutputReader Subscribe(OutputReaderOptions? options = null)
    {
        var reader = new OutputReader(this, options ?? new OutputReaderOptions());
        lock (_lock)
        {
            if (!_hasBeenRead)
            {
                _hasBeenRead = true;
                _backlog.MoveTo(reader.Queue);
            }

            _readers = [.. _readers, reader];

            if (_over)
            {
                reader.Queue.End(_failure);
            }
        }

        return reader;
    }

    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes) => Gather(OutputSource.Stdout, bytes);

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes) => Gather(OutputSource.Stderr, bytes);

    /// <inheritdoc/>
    public void Flush()
    {
        if (_gathered.WrittenCount == 0)
        {
            return;
        }

        var chunk = new OutputChunk(_source, _gathered.WrittenSpan.ToArray());
        _gathered.ResetWrittenCount();
        OutputReader[] readers;
        lock (_lock)
        {
            // The backlog turns into the first reader under this lock, so its chunk has to be added under it; it never waits.
            if (!_hasBeenRead)
            {
                _backlog.Add(chunk);
                return;
            }

            readers = _readers;
        }

        foreach (var reader in readers)
        {
            reader.Queue.Add(chunk);
        }
    }

    /// <inheritdoc/>
    public void Complete(Exception? failure)
    {
        Flush();
        lock (_lock)
        {
            _over = true;
            _failure = failure;
            foreach (var reader in _readers)
            {
                reader.Queue.End(failure);
            }
        }
    }

    internal void Remove(OutputReader reader)
    {
        lock (_lock)
        {
            _readers = [.. _readers.Where(other => !ReferenceEquals(other, reader))];
        }
    }

    // One chunk for all that came at once, so that small frames cost no more than large ones.
    private void Gather(OutputSource source, ReadOnlySpan<byte> bytes)
    {
        if (source != _source)
        {
            Flush();
            _source = source;
        }

        _gathered.Write(bytes);
    }
}
