using System.Runtime.ExceptionServices;

namespace LaunchSdk.Docker.Output;

/// <summary>Chunks on their way from the thread that reads a container's output to one reader, bounded by their bytes.</summary>
internal sealed class ChunkQueue(int capacity, OutputOverflow overflow)
{
    // A lock that one side also waits on for room.
    private readonly object _lock = new();
    private readonly Queue<OutputChunk> _chunks = new();
    private TaskCompletionSource? _waiting;
    private Exception? _failure;
    private long _queued;
    private long _dropped;
    private bool _over;
    private bool _abandoned;

    public long DroppedBytes => Interlocked.Read(ref _dropped);

    /// <summary>Adds a chunk; waits for room, or makes some, as the policy says.</summary>
    public void Add(OutputChunk chunk)
    {
        lock (_lock)
        {
            while (_queued > 0 && _queued + chunk.Bytes.Length > capacity && !_abandoned)
            {
                switch (overflow)
                {
                    case OutputOverflow.Wait:
                        Monitor.Wait(_lock);
                        break;
                    case OutputOverflow.DropNewest:
                        _dropped += chunk.Bytes.Length;
                        return;
                    default:
                        var oldest = _chunks.Dequeue();
                        _queued -= oldest.Bytes.Length;
                        _dropped += oldest.Bytes.Length;
                        break;
                }
            }

            if (!_abandoned)
            {
                _chunks.Enqueue(chunk);
                _queued += chunk.Bytes.Length;
                _waiting?.TrySetResult();
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End(Exception? failure)
    {
        lock (_lock)
        {
            _failure ??= failure;
            _over = true;
            _waiting?.TrySetResult();
        }
    }

    /// <summary>Nobody reads any more: what comes is thrown away.</summary>
    public void Abandon()
    {
        lock (_lock)
        {
            _abandoned = true;
            _over = true;
            _chunks.Clear();
            _queued = 0;
            _waiting?.TrySetResult();
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Hands what is there, and the count of what was thrown away, to another queue.</summary>
    public void MoveTo(ChunkQueue other)
    {
        lock (_lock)
        {
            while (_chunks.TryDequeue(out var chunk))
            {
                other._chunks.Enqueue(chunk);
                other._queued += chunk.Bytes.Length;
            }

            other._dropped = _dropped;
            _queued = 0;
        }
    }

    /// <summary>The next chunk; null at the end.</summary>
    public async ValueTask<OutputChunk?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource waiting;
            lock (_lock)
            {
                if (_chunks.TryDequeue(out var chunk))
                {
                    _queued -= chunk.Bytes.Length;
                    Monitor.PulseAll(_lock);
                    return chunk;
                }

                if (_over)
                {
                    ThrowFailure();
                    return null;
                }

                _waiting = waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void ThrowFailure()
    {
        if (_failure is DockerEngineException)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        if (_failure is not null)
        {
            throw new DockerEngineException("reading a container's output", _failure.Message, null, _failure);
        }
    }
}
