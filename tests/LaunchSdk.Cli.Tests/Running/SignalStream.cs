using System.Text;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>Tells when a word was written to it.</summary>
internal sealed class SignalStream(string word) : MemoryStream
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        base.Write(buffer);
        if (Encoding.UTF8.GetString(ToArray()).Contains(word, StringComparison.Ordinal))
        {
            _seen.TrySetResult();
        }
    }
}
