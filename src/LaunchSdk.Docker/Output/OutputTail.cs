namespace LaunchSdk.Docker.Output;

/// <summary>The end of a container's output, both streams in their order, in a ring of fixed size.</summary>
internal sealed class OutputTail(int lines)
{
    private const int RingLength = 16 * 1024;

    private readonly Lock _lock = new();

    // Where the output changed from one stream to the other; the last piece has not ended.
    private readonly Queue<(long End, OutputSource Source)> _ended = new();
    private byte[] _bytes = [];
    private OutputSource _source;
    private long _written;

    public void Add(OutputSource source, ReadOnlySpan<byte> bytes)
    {
        if (lines == 0)
        {
            return;
        }

        lock (_lock)
        {
            // Many jobs say nothing.
            _bytes = _bytes.Length == 0 ? new byte[RingLength] : _bytes;
            if (source != _source)
            {
                _ended.Enqueue((_written, _source));
                _source = source;
            }

            var kept = bytes.Length > RingLength ? bytes[^RingLength..] : bytes;
            _written += bytes.Length - kept.Length;
            var at = (int)(_written % RingLength);
            var first = Math.Min(kept.Length, RingLength - at);
            kept[..first].CopyTo(_bytes.AsSpan(at));
            kept[first..].CopyTo(_bytes);
            _written += kept.Length;
            while (_ended.TryPeek(out var oldest) && oldest.End <= _written - RingLength)
            {
                _ended.Dequeue();
            }
        }
    }

    /// <summary>The last lines. The first of them lacks its beginning where it was longer than the ring.</summary>
    public IReadOnlyList<OutputLine> Read()
    {
        if (lines == 0)
        {
            return [];
        }

        lock (_lock)
        {
            var found = new Queue<OutputLine>();
            var splitter = LineContainerOutput.ForText(line =>
            {
                found.Enqueue(line);
                if (found.Count > lines)
                {
                    found.Dequeue();
                }
            });
            var from = Math.Max(0, _written - RingLength);
            foreach (var (end, source) in _ended)
            {
                Write(splitter, source, from, end);
                from = Math.Max(from, end);
            }

            Write(splitter, _source, from, _written);
            splitter.Complete(null);
            return [.. found];
        }
    }

    private void Write(LineContainerOutput splitter, OutputSource source, long from, long to)
    {
        while (from < to)
        {
            var at = (int)(from % RingLength);
            var bytes = _bytes.AsSpan(at, (int)Math.Min(to - from, RingLength - at));
            if (source == OutputSource.Stdout)
            {
                splitter.OnStdout(bytes);
            }
            else
            {
                splitter.OnStderr(bytes);
            }

            from += bytes.Length;
        }
    }
}
