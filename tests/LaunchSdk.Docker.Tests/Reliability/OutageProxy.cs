using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>
/// A unix socket before an engine's that can be taken away and given back: what a client sees of an engine that is gone for a while.
/// </summary>
internal sealed class OutageProxy : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-p").FullName;
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly string _target;
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public OutageProxy(string engineHost)
    {
        _target = engineHost["unix://".Length..];
        Listen();
    }

    public string Host => $"unix://{Path.Combine(_folder, "p.sock")}";

    /// <summary>Breaks every connection and takes the socket away.</summary>
    public async Task CutAsync()
    {
        _listener!.Dispose();
        await _accepting;
        File.Delete(Host["unix://".Length..]);
        foreach (var socket in _sockets.Keys)
        {
            Close(socket);
        }
    }

    /// <summary>Gives the socket back.</summary>
    public void Listen()
    {
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(Host["unix://".Length..]));
        _listener.Listen();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Close(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed by the other side.
        }

        socket.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The socket was taken away.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _sockets[client] = _sockets[engine] = true;
        try
        {
            await engine.ConnectAsync(new UnixDomainSocketEndPoint(_target));
            await Task.WhenAll(CopyAsync(client, engine), CopyAsync(engine, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side has gone.
        }

        Close(client);
        Close(engine);
        _sockets.TryRemove(client, out _);
        _sockets.TryRemove(engine, out _);
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and var count)
        {
            for (var sent = 0; sent < count; )
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
