using System.Buffers;
using System.Text;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// A connection whose HTTP request was upgraded to a raw two-way stream. Everything on it blocks, on purpose: a thread of its own reads a container's
/// output with half the processor time of asynchronous reads, and one asynchronous call would make the socket non-blocking for good.
/// </summary>
internal sealed class HijackedConnection : IDisposable
{
    private const int LongestHead = 16 * 1024;
    private const int LongestErrorBody = 64 * 1024;

    private readonly IRawConnection _connection;
    private ReadOnlyMemory<byte> _early;

    private HijackedConnection(IRawConnection connection, ReadOnlyMemory<byte> early)
    {
        _connection = connection;
        _early = early;
    }

    /// <summary>Asks for the upgrade on a new connection.</summary>
    /// <exception cref="EngineRefusedException">The engine answered with an error.</exception>
    public static HijackedConnection Open(IRawConnection connection, string path, TimeSpan timeout)
    {
        connection.Timeout = timeout;
        var request = $"POST {path} HTTP/1.1\r\nHost: docker\r\nUser-Agent: LaunchSdk\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n";
        connection.Write(Encoding.ASCII.GetBytes(request));
        var received = new ArrayBufferWriter<byte>(1024);
        int end;
        while ((end = received.WrittenSpan.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (received.WrittenCount > LongestHead || Receive(connection, received) == 0)
            {
                throw new IOException("The engine closed the connection before it answered.");
            }
        }

        var head = Encoding.ASCII.GetString(received.WrittenSpan[..end]);
        var early = received.WrittenMemory[(end + 4)..];
        // Engines answer 101; those before the header "Upgrade" was known answer 200 and do the same.
        var status = ParseStatus(head);
        if (status is not (101 or 200))
        {
            throw new EngineRefusedException(status, EngineMessage.FromBody(ReadErrorBody(connection, received, end + 4)));
        }

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

    private static int Receive(IRawConnection connection, ArrayBufferWriter<byte> target)
    {
        var count = connection.Read(target.GetSpan(1024));
        target.Advance(count);
        return count;
    }

    private static int ParseStatus(string head) =>
        head.Length > 12 && head.StartsWith("HTTP/1.", StringComparison.Ordinal) && int.TryParse(head.AsSpan(9, 3), out var status)
            ? status
            : throw new IOException($"The engine's answer is not HTTP: '{head[..Math.Min(head.Length, 40)]}'.");

    // An error is short JSON; its object ends where its outermost brace does, however the body was framed.
    private static string ReadErrorBody(IRawConnection connection, ArrayBufferWriter<byte> received, int start)
    {
        while (received.WrittenCount - start < LongestErrorBody && received.WrittenSpan[start..].IndexOf((byte)'}') < 0 && Receive(connection, received) > 0)
        {
        }

        var body = Encoding.UTF8.GetString(received.WrittenSpan[start..]);
        var from = body.IndexOf('{', StringComparison.Ordinal);
        var to = body.LastIndexOf('}');
        return from >= 0 && to > from ? body[from..(to + 1)] : body;
    }
}
