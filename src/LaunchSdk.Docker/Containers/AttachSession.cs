using System.Net;
using System.Net.Sockets;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>A container's streams: a thread that reads its output, and one that writes its input where it has any.</summary>
internal sealed class AttachSession : IAsyncDisposable
{
    // As much as a pipe holds.
    private const int InputLength = 64 * 1024;

    private readonly HijackedConnection _connection;
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _inputNoLongerWanted = new();
    private volatile bool _disposed;

    private AttachSession(HijackedConnection connection, TimeProvider timeProvider)
    {
        _connection = connection;
        Waiting = new ReadWaiting(timeProvider);
    }

    /// <summary>How long nothing has come.</summary>
    public ReadWaiting Waiting { get; }

    /// <summary>Ends with the stream of output; fails when it broke off or the receiver threw (<see cref="ReceiverException"/>).</summary>
    public Task OutputEnded => _outputEnded.Task;

    /// <summary>Attaches and returns when the engine has, so that nothing of the output is missed by a start after it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="id">The container.</param>
    /// <param name="streams">Which streams, and whether they are a terminal's.</param>
    /// <param name="output">Takes the output.</param>
    /// <param name="input">The input where it is attached.</param>
    public static Task<AttachSession> OpenAsync(
        DockerEngine engine,
        string id,
        AttachStreams streams,
        IContainerOutput output,
        Stream? input
    )
    {
        var path = engine.Path($"/containers/{id}/attach?stream=1{streams.ToQuery()}");
        var opened = new TaskCompletionSource<AttachSession>(TaskCreationOptions.RunContinuationsAsynchronously);
        BlockingThreads.Start(() =>
        {
            AttachSession session;
            try
            {
                session = new AttachSession(engine.Transport.Hijack(path), engine.TimeProvider);
            }
            catch (Exception e)
            {
                opened.SetException(Explain(id, e));
                return;
            }

            opened.SetResult(session);
            if (!streams.Stdin)
            {
                // As the docker command does: whoever is between here and the engine knows that nothing will be written.
                session.CloseWriteQuietly();
            }

            session.PumpOutput(streams.Tty, output);
        });
        return streams.Stdin ? WithInputAsync(opened.Task, input, streams.TellsEndOfInput) : opened.Task;
    }

    /// <summary>Closes the connection: the threads end, the container goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _inputNoLongerWanted.CancelAsync().ConfigureAwait(false);
        _connection.Dispose();
    }

    private static Exception Explain(string id, Exception exception) =>
        exception is EngineRefusedException refused
            ? EngineFault.Refused(
                $"attaching to the container {ContainerRequests.Short(id)}",
                (HttpStatusCode)refused.Status,
                refused.Answer
            )
            : exception;

    private static async Task<AttachSession> WithInputAsync(Task<AttachSession> opening, Stream? input, bool tellsEnd)
    {
        var session = await opening.ConfigureAwait(false);
        BlockingThreads.Start(() => session.PumpInput(input ?? Stream.Null, tellsEnd));
        return session;
    }

    private void PumpOutput(bool tty, IContainerOutput output)
    {
        try
        {
            OutputPump.Run(_connection.Read, tty, output, Waiting);
            _outputEnded.SetResult();
        }
        catch (Exception) when (_disposed)
        {
            _outputEnded.SetCanceled();
        }
        catch (ReceiverException e)
        {
            // A connection that nobody reads would hold the container back.
            _inputNoLongerWanted.Cancel();
            _connection.Dispose();
            _outputEnded.SetException(e);
        }
        catch (Exception e)
        {
            _outputEnded.SetException(e);
        }
    }

    private void PumpInput(Stream input, bool tellsEnd)
    {
        var stop = _inputNoLongerWanted.Token;
        var buffer = new byte[InputLength];
        try
        {
            while (Read(input, buffer, stop) is > 0 and var count)
            {
                _connection.Write(buffer.AsSpan(0, count));
            }

            if (tellsEnd)
            {
                CloseWriteQuietly();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The container ended or closed its input before the caller's input did, as in `yes | head`.
        }
    }

    private static int Read(Stream input, byte[] buffer, CancellationToken stop)
    {
        try
        {
            var reading = input.ReadAsync(buffer, stop);
            // Reading a console cannot be cancelled, so the wait for it is.
            return reading.IsCompleted ? reading.GetAwaiter().GetResult() : reading.AsTask().WaitAsync(stop).GetAwaiter().GetResult();
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // The caller's input broke off: for the container that is its end.
            return 0;
        }
    }

    private void CloseWriteQuietly()
    {
        try
        {
            _connection.CloseWrite();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The container ended meanwhile.
        }
    }
}
