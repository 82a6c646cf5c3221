using System.Buffers;

namespace LaunchSdk.Cli.Output;

/// <summary>
/// A terminal that gets what a job wrote: text and colors, and nothing that does something to it. Does not own the terminal.
/// </summary>
internal sealed class TerminalSafeStream(Stream terminal) : Stream
{
    private readonly TerminalFilter _filter = new(keepsColors: true);
    private readonly ArrayBufferWriter<byte> _safe = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => terminal.Write(Filter(buffer).Span);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        terminal.WriteAsync(Filter(buffer.Span), cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() => terminal.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => terminal.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Switches off the colors that the job left on.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _filter.HasColor)
        {
            terminal.Write("\u001b[0m"u8);
            terminal.Flush();
        }

        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Filter(ReadOnlySpan<byte> piece)
    {
        _safe.ResetWrittenCount();
        _filter.Write(piece, _safe);
        return _safe.WrittenMemory;
    }
}
