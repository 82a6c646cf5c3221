using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>A connection on a stream: TLS, a named pipe, or a program's standard streams.</summary>
/// <param name="stream">The stream; disposed of with the connection.</param>
/// <param name="closeWrite">Ends this side of the stream.</param>
internal sealed class StreamConnection(Stream stream, Action closeWrite) : IRawConnection
{
    /// <inheritdoc/>
    public TimeSpan Timeout
    {
        set
        {
            if (stream.CanTimeout)
            {
                stream.ReadTimeout = stream.WriteTimeout =
                    value == TimeSpan.Zero ? System.Threading.Timeout.Infinite : (int)value.TotalMilliseconds;
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (IOException e)
        {
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (IOException e)
        {
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public void CloseWrite()
    {
        try
        {
            closeWrite();
        }
        catch (IOException e)
        {
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static SocketException Broken(IOException exception) =>
        exception.GetBaseException() as SocketException ?? new SocketException((int)SocketError.ConnectionReset, exception.Message);
}
