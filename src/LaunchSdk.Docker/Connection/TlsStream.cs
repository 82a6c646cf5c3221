using System.Net.Security;
using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>A TLS stream that another thread may close while one waits in it.</summary>
internal sealed class TlsStream(SslStream stream, Socket socket) : DuplexStream
{
    /// <inheritdoc/>
    public override bool CanTimeout => true;

    /// <inheritdoc/>
    public override int ReadTimeout
    {
        get => stream.ReadTimeout;
        set => stream.ReadTimeout = value;
    }

    /// <inheritdoc/>
    public override int WriteTimeout
    {
        get => stream.WriteTimeout;
        set => stream.WriteTimeout = value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => stream.Read(buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
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

        stream.Dispose();
        base.Dispose(disposing);
    }
}
