namespace LaunchSdk.Docker.Connection;

/// <summary>
/// A connection for a long upload. An engine that refuses it answers, and closes, before it has read all; the next write then fails, and an
/// HTTP client that
/// sees this never reads the answer. So a failed write is reported to the sender, and is no error: the answer, or its absence, is what
/// counts.
/// </summary>
/// <param name="inner">The connection.</param>
/// <param name="refused">Called when the engine takes no more.</param>
/// <param name="sent">Called for each part that was sent.</param>
internal sealed class UploadStream(Stream inner, Action refused, Action sent) : DuplexStream
{
    private bool _isRefused;

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isRefused)
        {
            return;
        }

        try
        {
            inner.Write(buffer);
            sent();
        }
        catch (IOException)
        {
            Refuse();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isRefused)
        {
            return;
        }

        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            sent();
        }
        catch (IOException)
        {
            Refuse();
        }
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _isRefused ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Refuse()
    {
        _isRefused = true;
        refused();
    }
}
