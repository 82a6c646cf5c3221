using System.Net;
using System.Net.Sockets;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class KeepAliveTests
{
    [Fact]
    public void A_connection_over_tcp_asks_whether_the_other_side_is_there()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var dialer = new SocketDialer(new EngineEndpoint($"tcp://{listener.LocalEndpoint}", "a test"));

        using var socket = dialer.DialSocket();

        Assert.NotEqual(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(30, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
    }
}
