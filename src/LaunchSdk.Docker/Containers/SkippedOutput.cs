using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>Leaves out the beginning of both streams: what a receiver has had before the connection broke.</summary>
internal sealed class SkippedOutput(long stdout, long stderr, IContainerOutput receiver) : IContainerOutput
{
    private long _stdout = stdout;
    private long _stderr = stderr;

    /// <summary>
    /// Whether there was less than what was to be left out: the engine has thrown the beginning away, and what came is not what follows.
    /// </summary>
    public bool EndedEarly => _stdout > 0 || _stderr > 0;

    public void OnStdout(ReadOnlySpan<byte> bytes)
    {
        if (Skip(ref _stdout, ref bytes))
        {
            receiver.OnStdout(bytes);
        }
    }

    public void OnStderr(ReadOnlySpan<byte> bytes)
    {
        if (Skip(ref _stderr, ref bytes))
        {
            receiver.OnStderr(bytes);
        }
    }

    public void Flush() => receiver.Flush();

    private static bool Skip(ref long left, ref ReadOnlySpan<byte> bytes)
    {
        var skipped = (int)Math.Min(left, bytes.Length);
        left -= skipped;
        bytes = bytes[skipped..];
        return !bytes.IsEmpty;
    }
}
