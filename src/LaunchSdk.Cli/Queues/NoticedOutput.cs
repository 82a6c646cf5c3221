using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Queues;

/// <summary>Hands output on, and knows whether any came.</summary>
/// <param name="inner">Gets the output.</param>
internal sealed class NoticedOutput(IContainerOutput inner) : IContainerOutput
{
    /// <summary>Whether anything came.</summary>
    public bool HasAny { get; private set; }

    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes)
    {
        HasAny = true;
        inner.OnStdout(bytes);
    }

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes)
    {
        HasAny = true;
        inner.OnStderr(bytes);
    }

    /// <inheritdoc/>
    public void Flush() => inner.Flush();

    /// <inheritdoc/>
    public void Complete(Exception? failure) => inner.Complete(failure);
}
