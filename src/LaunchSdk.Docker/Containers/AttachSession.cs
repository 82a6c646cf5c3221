using System.Net.Sockets;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>A container's streams: a thread that reads its output, and one that writes its input where it has any.</summary>
internal sealed class AttachSession : IDisposable
{
    private const int BufferLength = 64 * 1024;

    private readonly HijackedConnection _connection;
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _inputNoLongerWanted = new();
    private volatile bool _disposed;

    private AttachSession(HijackedConnection connection) => _connection = connection;

    /// <summary>Ends with the container's output; fails when it broke off or the receiver threw.</summary>
    public Task OutputEnded => _outputEnded.Task;

    /// <summary>Attaches and returns when the engine has, so that nothing of the output is missed by a start after it.</summary>
    public static Task<AttachSession> OpenAsync(DockerEngine engine, string id, ContainerRunPlan plan, IContainerOutput output, Stream? input)
    {
        var path = engine.Path($"/containers/{id}/attach?stream=1{Flag("stdin", plan.AttachStdin)}{Flag("stdout", plan.AttachStdout)}{Flag("stderr", plan.AttachStderr)}{Keys(plan)}");
        var opened = new TaskCompletionSource<AttachSession>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start("LaunchSdk output", () =>
        {
            AttachSession session;
            try
            {
                session = new AttachSession(engine.Transport.Hijack(path));
            }
            catch (Exception e)
            {
                opened.SetException(Explain(engine, id, e));
                return;
            }

            opened.SetResult(session);
            session.PumpOutput(plan.Tty, output);
        });
        return plan.AttachStdin ? WithInputAsync(opened.Task, input) : opened.Task;
    }

    /// <summary>Closes the connection: the threads end, the container goes on.</summary>
    public void Dispose()
    {
        _disposed = true;
        _inputNoLongerWanted.Cancel();
        _connection.Dispose();
    }

    private static string Flag(string name, bool attached) => attached ? $"&{name}=1" : "";

    private static string Keys(ContainerRunPlan plan) => plan.DetachKeys is { Length: > 0 } keys ? $"&detachKeys={Uri.EscapeDataString(keys)}" : "";

    private static void Start(string name, ThreadStart body) => new Thread(body) { IsBackground = true, Name = name }.Start();

    private static DockerEngineException Explain(DockerEngine engine, string id, Exception exception) => exception is EngineRefusedException refused
        ? new DockerEngineException($"attaching to the container {id[..12]}", refused.Message, null, refused) { Status = (System.Net.HttpStatusCode)refused.Status }
        : EnginePing.Explain(engine.Transport.Endpoint, exception);

    private static async Task<AttachSession> WithInputAsync(Task<AttachSession> opening, Stream? input)
    {
        var session = await opening.ConfigureAwait(false);
        Start("LaunchSdk input", () => session.PumpInput(input ?? Stream.Null));
        return session;
    }

    private void PumpOutput(bool tty, IContainerOutput output)
    {
        try
        {
            var demultiplexer = tty ? null : new OutputDemultiplexer(output);
            var buffer = GC.AllocateUninitializedArray<byte>(BufferLength);
            while (_connection.Read(buffer) is > 0 and var count)
            {
                if (demultiplexer is null)
                {
                    output.OnStdout(buffer.AsSpan(0, count));
                }
                else
                {
                    demultiplexer.Write(buffer.AsSpan(0, count));
                }

                output.Flush();
            }

            demultiplexer?.Complete();
            _outputEnded.SetResult();
        }
        catch (Exception) when (_disposed)
        {
            _outputEnded.SetCanceled();
        }
        catch (SocketException e)
        {
            _outputEnded.SetException(new DockerEngineException("reading a container's output", e.Message, "Look whether the engine was stopped", e));
        }
        catch (Exception e)
        {
            _outputEnded.SetException(e);
        }
    }

    private void PumpInput(Stream input)
    {
        var stop = _inputNoLongerWanted.Token;
        var buffer = new byte[16 * 1024];
        try
        {
            // Reading a console cannot be cancelled, so the wait for it is.
            while (input.ReadAsync(buffer, stop).AsTask().WaitAsync(stop).GetAwaiter().GetResult() is > 0 and var count)
            {
                _connection.Write(buffer.AsSpan(0, count));
            }

            _connection.CloseWrite();
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The container ended or closed its input before the caller's input did, as in `yes | head`.
        }
        catch (IOException)
        {
            // The caller's input broke off: for the container that is its end.
            CloseWriteQuietly();
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
