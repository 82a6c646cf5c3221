using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LaunchSdk.Testing;

/// <summary>Accepts connections on a unix socket in a folder of its own, until disposed.</summary>
internal sealed class UnixServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-").FullName;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly Func<Socket, Task> _serve;
    private readonly Task _accepting;

    /// <param name="serve">Serves one connection; it ends when the socket is closed, from either side.</param>
    public UnixServer(Func<Socket, Task> serve)
    {
        _serve = serve;
        var path = Path.Combine(_folder, "e.sock");
        Host = $"unix://{path}";
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>The address for DOCKER_HOST.</summary>
    public string Host { get; }

    /// <summary>Closes another socket with the connections.</summary>
    /// <param name="socket">A socket that serving a connection opened.</param>
    public void Own(Socket socket) => _connections[socket] = Task.CompletedTask;

    /// <summary>Takes no more connections.</summary>
    public async Task StopAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var socket in _connections.Keys)
        {
            socket.Dispose();
        }

        await Task.WhenAll(_connections.Values);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                _connections[socket] = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the server is being disposed of.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            await _serve(socket);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // Either side may close its connections whenever it likes.
        }
    }
}
