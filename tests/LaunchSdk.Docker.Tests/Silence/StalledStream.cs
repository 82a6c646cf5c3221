namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>A stream from which nothing comes until it is closed.</summary>
internal sealed class StalledStream : MemoryStream
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override int Read(Span<byte> buffer)
    {
        _closed.Task.Wait(TestContext.Current.CancellationToken);
        throw new IOException("closed");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _closed.Task.WaitAsync(cancellationToken);
        throw new IOException("closed");
    }

    protected override void Dispose(bool disposing)
    {
        _closed.TrySetResult();
        base.Dispose(disposing);
    }
}
