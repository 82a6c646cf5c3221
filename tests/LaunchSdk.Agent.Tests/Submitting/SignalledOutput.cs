namespace LaunchSdk.Agent.Tests.Submitting;

/// <summary>Keeps what is written, and says when the first of it came.</summary>
internal sealed class SignalledOutput : MemoryStream
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task FirstBytes => _first.Task;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        base.Write(buffer.Span);
        _first.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
