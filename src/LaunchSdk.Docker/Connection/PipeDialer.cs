using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LaunchSdk.Docker.Connection;

/// <summary>Dials npipe:// addresses: <c>npipe:////./pipe/docker_engine</c> is the pipe <c>docker_engine</c> of this machine.</summary>
/// <param name="host">The address.</param>
internal sealed partial class PipeDialer(string host) : IEngineDialer
{
    private readonly (string Server, string Pipe) _address = Parse(host);

    /// <summary>Server and name of a pipe, from <c>npipe:////SERVER/pipe/NAME</c> or <c>npipe://SERVER/pipe/NAME</c>.</summary>
    public static (string Server, string Pipe) Parse(string host)
    {
        var path = host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..].Replace('\\', '/').TrimStart('/');
        var parts = path.Split('/', 3);
        return parts is [var server, var pipe, var name] && pipe.Equals("pipe", StringComparison.OrdinalIgnoreCase) && name.Length > 0
            ? (server, name)
            : throw new DockerEngineUnavailableException(
                host,
                "the address is not npipe:////SERVER/pipe/NAME",
                "Write npipe:////./pipe/docker_engine for the engine of this machine"
            );
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> DialAsync(CancellationToken cancellationToken)
    {
        var pipe = Create();
        try
        {
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public IRawConnection Dial(TimeSpan timeout)
    {
        var pipe = Create();
        try
        {
            pipe.Connect(timeout);
            return new StreamConnection(pipe, () => WriteNothing(pipe.SafePipeHandle));
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    // Without overlapped access a read that waits would hold up every write.
    private NamedPipeClientStream Create() => new(_address.Server, _address.Pipe, PipeDirection.InOut, PipeOptions.Asynchronous);

    // A message of no bytes is the engine's end of input on a pipe, and .NET's streams leave such a write out.
    private static void WriteNothing(SafePipeHandle pipe)
    {
        using var done = new ManualResetEvent(initialState: false);
        var overlapped = new OverlappedRequest
        {
            // The lowest bit keeps the completion away from the thread pool that the handle is bound to.
            Event = done.SafeWaitHandle.DangerousGetHandle() | 1,
        };
        if (!WriteFile(pipe, [], 0, 0, ref overlapped) && Marshal.GetLastPInvokeError() == IoPending)
        {
            done.WaitOne();
        }

        GC.KeepAlive(done);
    }

    private const int IoPending = 997;

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool WriteFile(SafePipeHandle handle, byte[] bytes, uint count, nint written, ref OverlappedRequest overlapped);

    // Windows' OVERLAPPED.
    private struct OverlappedRequest
    {
        public nint Internal;
        public nint InternalHigh;
        public ulong Offset;
        public nint Event;
    }
}
