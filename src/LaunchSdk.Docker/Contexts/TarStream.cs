namespace LaunchSdk.Docker.Contexts;

/// <summary>Writes blocks through two buffers: one is filled from the disk while the other is on its way.</summary>
internal sealed class TarStream(Stream destination)
{
    private const int BufferSize = 512 * 1024;

    private byte[] _filling = GC.AllocateUninitializedArray<byte>(BufferSize);
    private byte[] _sending = GC.AllocateUninitializedArray<byte>(BufferSize);
    private int _count;
    private Task _sent = Task.CompletedTask;

    /// <summary>The part of the buffer that is free; never empty after <see cref="MakeRoomAsync"/>.</summary>
    public Memory<byte> Free => _filling.AsMemory(_count);

    /// <summary>Whether the destination refused what was sent.</summary>
    public bool HasFailed => _sent.IsFaulted;

    /// <summary>Counts bytes that were put into <see cref="Free"/>.</summary>
    public void Advance(int count) => _count += count;

    /// <summary>Sends the buffer on when it is full.</summary>
    public ValueTask MakeRoomAsync(CancellationToken cancellationToken) =>
        _count < BufferSize ? ValueTask.CompletedTask : SendAsync(cancellationToken);

    /// <summary>Adds bytes.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            await MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            var count = Math.Min(bytes.Length, BufferSize - _count);
            bytes[..count].CopyTo(Free);
            Advance(count);
            bytes = bytes[count..];
        }
    }

    /// <summary>Sends what is left.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken).ConfigureAwait(false);
        await _sent.ConfigureAwait(false);
        await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for what is on its way after a failure, whose own result no longer matters.</summary>
    public async ValueTask AbandonAsync() => await _sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _sent.ConfigureAwait(false);
        (_filling, _sending) = (_sending, _filling);
        _sent = WriteAsync(_sending.AsMemory(0, _count), cancellationToken);
        _count = 0;
    }

    // A destination may throw at once; that too is a failure of the task.
    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await destination.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
}
