using System.Text;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// A connection whose HTTP request was upgraded to a raw two-way stream. Everything on it blocks, on purpose: a thread of its own reads a
/// container's
/// output with half the processor time of asynchronous reads, and one asynchronous call would make the socket non-blocking for good.
/// </summary>
internal sealed class HijackedConnection : IDisposable
{
    private readonly IRawConnection _connection;
    private ReadOnlyMemory<byte> _early;

    private HijackedConnection(IRawConnection connection, ReadOnlyMemory<byte> early)
    {
        _connection = connection;
        _early = early;
    }

    /// <summary>Asks for the upgrade on a new connection.</summary>
    /// <exception cref="EngineRefusedException">The engine answered with an error.</exception>
    /// <exception cref="DockerEngineException">What came is no answer of an engine.</exception>
    public static HijackedConnection Open(IRawConnection connection, EngineEndpoint endpoint, string path, TimeSpan timeout)
    {
        var opening = new HijackOpening(connection, endpoint, $"POST {path.Split('?')[0]}", timeout);
        connection.Timeout = timeout;
        connection.Write(
            Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: docker\r\nUser-Agent: LaunchSdk\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n"
            )
        );
        var early = opening.ReadHead();
        connection.Timeout = TimeSpan.Zero;
        return new HijackedConnection(connection, early);
    }

    /// <summary>Reads what is there, waiting for the first byte; 0 at the end of the stream.</summary>
    public int Read(Span<byte> buffer)
    {
        if (_early.IsEmpty)
        {
            return _connection.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _early.Length);
        _early.Span[..count].CopyTo(buffer);
        _early = _early[count..];
        return count;
    }

    /// <summary>Writes all of it, waiting while the container does not read.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _connection.Write(bytes);

    /// <summary>Tells the container that its input has ended; its output goes on.</summary>
    public void CloseWrite() => _connection.CloseWrite();

    /// <summary>Closes the connection; a read or write that waits on another thread ends.</summary>
    public void Dispose() => _connection.Dispose();
}
