namespace LaunchSdk.Docker.Output;

/// <summary>The end of a container's output, both streams in their order, in a ring of fixed size.</summary>
internal sealed class OutputTail(int lines)
{
    private const int RingLength = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly byte[] _bytes = lines > 0 ? new byte[RingLength] : [];
    private readonly byte[] _sources = lines > 0 ? new byte[RingLength] : [];
    private long _written;

    public void Add(OutputSource source, ReadOnlySpan<byte> bytes)
    {
        if (lines == 0)
        {
            return;
        }

        lock (_lock)
        {
            var kept = bytes.Length > RingLength ? bytes[^RingLength..] : bytes;
            _written += bytes.Length - kept.Length;
            var at = (int)(_written % RingLength);
            var first = Math.Min(kept.Length, RingLength - at);
            kept[..first].CopyTo(_bytes.AsSpan(at));
            _sources.AsSpan(at, first).Fill((byte)source);
            kept[first..].CopyTo(_bytes);
            _sources.AsSpan(0, kept.Length - first).Fill((byte)source);
            _written += kept.Length;
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
            for (var from = Math.Max(0, _written - RingLength); from < _written;)
            {
                from += WriteRun(splitter, (int)(from % RingLength), (int)Math.Min(_written - from, RingLength - (from % RingLength)));
            }

            splitter.Complete(null);
            return [.. found];
        }
    }

    private int WriteRun(LineContainerOutput splitter, int at, int longest)
    {
        var source = _sources[at];
        var length = 1;
        while (length < longest && _sources[at + length] == source)
        {
            length++;
        }

        if (source == (byte)OutputSource.Stdout)
        {
            splitter.OnStdout(_bytes.AsSpan(at, length));
        }
        else
        {
            splitter.OnStderr(_bytes.AsSpan(at, length));
        }

        return length;
    }
}
