namespace LaunchSdk.Cli.Streams;

/// <summary>A descriptor where there are none: .NET's stream over the console's handle.</summary>
/// <param name="name">What messages call it.</param>
/// <param name="stream">The stream.</param>
/// <param name="isTerminal">Whether it is a console.</param>
internal sealed class WindowsDescriptor(string name, Stream stream, bool isTerminal) : IDescriptor
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsTerminal => isTerminal;

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return stream.Read(buffer);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (IOException failure)
        {
            throw new OutputFailedException(name, failure.Message, isReaderGone: false);
        }
    }

    /// <inheritdoc/>
    public OutputFailedException? WaitForReaderGone(TimeSpan time)
    {
        // A handle cannot be asked; the next write tells.
        Thread.Sleep(time);
        return null;
    }
}
