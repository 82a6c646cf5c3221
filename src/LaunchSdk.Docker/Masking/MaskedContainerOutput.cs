using System.Buffers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Masking;

/// <summary>Hides secrets in a container's output; each of the two streams is masked for itself.</summary>
internal sealed class MaskedContainerOutput(SecretMasker masker, IContainerOutput receiver) : IContainerOutput
{
    private readonly MaskingStream _stdout = new(masker);
    private readonly MaskingStream _stderr = new(masker);
    private readonly ArrayBufferWriter<byte> _masked = new(64 * 1024);

    public void OnStdout(ReadOnlySpan<byte> bytes)
    {
        _stdout.Write(bytes, _masked);
        HandOnStdout();
    }

    public void OnStderr(ReadOnlySpan<byte> bytes)
    {
        _stderr.Write(bytes, _masked);
        HandOnStderr();
    }

    public void Flush() => receiver.Flush();

    public void Complete(Exception? failure)
    {
        _stdout.Complete(_masked);
        HandOnStdout();
        _stderr.Complete(_masked);
        HandOnStderr();
        receiver.Flush();
        receiver.Complete(failure);
    }

    private void HandOnStdout()
    {
        if (_masked.WrittenCount > 0)
        {
            receiver.OnStdout(_masked.WrittenSpan);
            _masked.ResetWrittenCount();
        }
    }

    private void HandOnStderr()
    {
        if (_masked.WrittenCount > 0)
        {
            receiver.OnStderr(_masked.WrittenSpan);
            _masked.ResetWrittenCount();
        }
    }
}
