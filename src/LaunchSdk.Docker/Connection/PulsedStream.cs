namespace LaunchSdk.Docker.Connection;

/// <summary>
/// The body of an answer. While a read waits for bytes, the engine is watched; the read fails when it is silent, or when nothing comes
/// within the bound.
/// </summary>
/// <param name="inner">The body.</param>
/// <param name="pulse">Watches the engine.</param>
/// <param name="bound">How long one read may wait.</param>
internal sealed class PulsedStream(Stream inner, EnginePulse pulse, WaitBound bound) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        using var wait = pulse.Begin(inner.Dispose, bound: bound);
        try
        {
            var count = inner.Read(buffer);
            pulse.Hear();
            return count;
        }
        catch (Exception e) when (wait.IsLost)
        {
            throw wait.Explain(e);
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(pulse.WatchAsync((_, token) => inner.ReadAsync(buffer, token).AsTask(), bound, cancellationToken));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
