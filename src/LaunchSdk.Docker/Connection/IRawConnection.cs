using System.Net.Sockets;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// A two-way connection whose every call blocks. One thread may read while another writes. A broken one throws
/// <see cref="SocketException"/>, whatever it is made of.
/// </summary>
internal interface IRawConnection : IDisposable
{
    /// <summary>How long a read or write may wait; zero for ever.</summary>
    TimeSpan Timeout { set; }

    /// <summary>Reads what is there, waiting for the first byte; 0 at the end.</summary>
    int Read(Span<byte> buffer);

    /// <summary>Writes all of it.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Tells the other side that nothing more will be written; it may go on writing.</summary>
    void CloseWrite();
}
