using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// A connection on a bare socket, unix or TCP. No asynchronous call may be made on it: one would make the socket non-blocking for good.
/// </summary>
internal sealed class SocketConnection(Socket socket) : IRawConnection
{
    /// <inheritdoc/>
    public TimeSpan Timeout
    {
        set => socket.SendTimeout = socket.ReceiveTimeout = (int)value.TotalMilliseconds;
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer) => socket.Receive(buffer);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[socket.Send(bytes)..];
        }
    }

    /// <inheritdoc/>
    public void CloseWrite() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Closes the connection; a read or write that waits on another thread ends.</summary>
    public void Dispose()
    {
        try
        {
            // Closing alone does not wake a thread that waits in recv.
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side closed first.
        }

        socket.Dispose();
    }
}
