using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// What stands between a container's streams and the caller's receiver: counts the bytes as the engine sent them, hides secrets, keeps the
/// end.
/// </summary>
internal sealed class RunOutput : IContainerOutput
{
    private readonly IContainerOutput _masked;
    private readonly IContainerOutput _receiver;
    private long _reported;
    private int _over;

    public RunOutput(IContainerOutput receiver, SecretMasker masker, OutputTail tail)
    {
        Tail = tail;
        Masker = masker;
        _receiver = receiver;
        _masked = masker.Wrap(new TailOutput(receiver, tail));
    }

    public OutputTail Tail { get; }

    /// <summary>Hides the run's secrets; also for readers beside this one.</summary>
    public SecretMasker Masker { get; }

    /// <summary>
    /// Bytes of the standard output so far, before anything was hidden in them: where to go on after a broken connection.
    /// </summary>
    public long StdoutBytes { get; private set; }

    /// <summary>Bytes of the standard error so far.</summary>
    public long StderrBytes { get; private set; }

    public void OnStdout(ReadOnlySpan<byte> bytes)
    {
        StdoutBytes += bytes.Length;
        _masked.OnStdout(bytes);
    }

    public void OnStderr(ReadOnlySpan<byte> bytes)
    {
        StderrBytes += bytes.Length;
        _masked.OnStderr(bytes);
    }

    public void Flush()
    {
        _masked.Flush();
        var total = StdoutBytes + StderrBytes;
        LaunchTelemetry.Output.Add(total - _reported);
        _reported = total;
    }

    public void Complete(Exception? failure)
    {
        if (Interlocked.Exchange(ref _over, 1) != 0)
        {
            return;
        }

        try
        {
            // After its own exception a receiver gets no more output, but it learns that it is over.
            if (failure is ReceiverException)
            {
                _receiver.Complete(failure.InnerException);
            }
            else
            {
                _masked.Complete(failure);
            }
        }
        catch (Exception) when (failure is not null)
        {
            // What the run failed with goes first.
        }
    }

    private sealed class TailOutput(IContainerOutput receiver, OutputTail tail) : IContainerOutput
    {
        public void OnStdout(ReadOnlySpan<byte> bytes)
        {
            tail.Add(OutputSource.Stdout, bytes);
            receiver.OnStdout(bytes);
        }

        public void OnStderr(ReadOnlySpan<byte> bytes)
        {
            tail.Add(OutputSource.Stderr, bytes);
            receiver.OnStderr(bytes);
        }

        public void Flush() => receiver.Flush();

        public void Complete(Exception? failure) => receiver.Complete(failure);
    }
}
