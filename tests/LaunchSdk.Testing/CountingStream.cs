using System.Net.Sockets;

namespace LaunchSdk.Testing;

/// <summary>A connection's stream that counts what is written to it.</summary>
/// <param name="socket">The connection.</param>
/// <param name="count">Gets the number of bytes of each write.</param>
internal sealed class CountingStream(Socket socket, Action<int> count) : NetworkStream(socket, ownsSocket: true)
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        count(buffer.Length);
    }
}
