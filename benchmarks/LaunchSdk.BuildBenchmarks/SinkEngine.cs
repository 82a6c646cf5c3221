using System.Net.Sockets;
using System.Text;

namespace LaunchSdk.BuildBenchmarks;

/// <summary>An engine that takes a build's context and forgets it.</summary>
internal sealed class SinkEngine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-sink-").FullName;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public SinkEngine()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Socket));
        _listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string Socket => Path.Combine(_folder, "e.sock");

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = _listener.Accept();
                new Thread(() => Serve(connection)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    // One request a connection. A chunked body ends with an empty chunk; the random files hardly ever look like one at the end of a read.
    private static void Serve(Socket connection)
    {
        using var socket = connection;
        var buffer = new byte[1024 * 1024];
        var count = socket.Receive(buffer);
        var head = Encoding.ASCII.GetString(buffer, 0, Math.Min(count, 4096));
        while (head.StartsWith("POST", StringComparison.Ordinal) && count > 0 && !buffer.AsSpan(0, count).EndsWith("0\r\n\r\n"u8))
        {
            count = socket.Receive(buffer);
        }

        socket.Send("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nOstype: linux\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8);
    }
}
