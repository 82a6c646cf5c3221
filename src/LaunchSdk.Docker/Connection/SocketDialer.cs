using System.Net;
using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>Dials unix:// and tcp:// addresses.</summary>
internal sealed class SocketDialer(EngineEndpoint endpoint) : IEngineDialer
{
    private const int TcpPort = 2375;
    private const int TlsPort = 2376;
    private const int KeepAliveSeconds = 30;
    private const int KeepAliveInterval = 10;
    private const int KeepAliveProbes = 3;

    public static DnsEndPoint TcpAddress(EngineEndpoint endpoint)
    {
        var uri = new Uri(endpoint.Host);
        // Port 80 is what http:// addresses have when none is written, which no engine listens on.
        return new DnsEndPoint(
            uri.DnsSafeHost,
            uri.IsDefaultPort || uri.Port <= 0
                ? endpoint.Tls is null
                    ? TcpPort
                    : TlsPort
                : uri.Port
        );
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> DialAsync(CancellationToken cancellationToken)
    {
        var socket = CreateSocket();
        try
        {
            await socket.ConnectAsync(RemoteEndPoint(), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IRawConnection Dial(TimeSpan timeout) => new SocketConnection(DialSocket());

    public Socket DialSocket()
    {
        var socket = CreateSocket();
        try
        {
            socket.Connect(RemoteEndPoint());
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private Socket CreateSocket()
    {
        if (endpoint.SocketPath is not null)
        {
            return new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        }

        // A quiet stream, such as an attach, learns this way that the other side is gone, and is kept by what forgets quiet connections
        // (NAT, firewalls).
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveInterval);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
        return socket;
    }

    private EndPoint RemoteEndPoint() => endpoint.SocketPath is { } path ? new UnixDomainSocketEndPoint(path) : TcpAddress(endpoint);
}
