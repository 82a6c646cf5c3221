namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>A connection that is closed at the first write.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException(new IOException("The other side closed the connection."));
}
