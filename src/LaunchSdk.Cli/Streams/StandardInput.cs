namespace LaunchSdk.Cli.Streams;

/// <summary>The tool's standard input. Closed, it is empty.</summary>
/// <param name="descriptor">Where it is read from.</param>
internal sealed class StandardInput(IDescriptor descriptor) : OneWayStream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => descriptor.Read(buffer, CancellationToken.None);

    /// <summary>
    /// Reads on the calling thread, which waits: a container's input has a thread of its own. Cancelled, it leaves what comes later to
    /// whoever reads next.
    /// </summary>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return ValueTask.FromResult(descriptor.Read(buffer.Span, cancellationToken));
        }
        catch (IOException failure)
        {
            return ValueTask.FromException<int>(failure);
        }
        catch (OperationCanceledException cancelled)
        {
            return ValueTask.FromCanceled<int>(cancelled.CancellationToken);
        }
    }
}
