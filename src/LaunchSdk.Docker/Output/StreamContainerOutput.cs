using System.Buffers;

namespace LaunchSdk.Docker.Output;

/// <summary>Writes a container's output to two streams, with one write for all that came at once.</summary>
/// <param name="stdout">Gets the standard output; not closed.</param>
/// <param name="stderr">Gets the standard error; not closed. May be the same stream.</param>
public sealed class StreamContainerOutput(Stream stdout, Stream stderr) : IContainerOutput
{
    private readonly ArrayBufferWriter<byte> _gathered = new(16 * 1024);
    private Stream? _target;

    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes) => Gather(stdout, bytes);

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes) => Gather(stderr, bytes);

    /// <inheritdoc/>
    public void Flush()
    {
        if (_gathered.WrittenCount > 0)
        {
            _target!.Write(_gathered.WrittenSpan);
            _target.Flush();
            _gathered.ResetWrittenCount();
        }
    }

    // A change of stream writes out first, so that both keep their order on one terminal.
    private void Gather(Stream target, ReadOnlySpan<byte> bytes)
    {
        if (!ReferenceEquals(target, _target))
        {
            Flush();
            _target = target;
        }

        _gathered.Write(bytes);
    }
}
