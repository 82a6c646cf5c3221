namespace LaunchSdk.Cli.Streams;

/// <summary>The tool's standard output or error. Closed, it discards what it gets.</summary>
/// <param name="descriptor">Where it is written to.</param>
internal sealed class StandardOutput(IDescriptor descriptor) : OneWayStream
{
    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer) => descriptor.Write(buffer);

    /// <summary>Waits until nobody can read any more what is written; null where the time is over first.</summary>
    public OutputFailedException? WaitForReaderGone(TimeSpan time) => descriptor.WaitForReaderGone(time);
}
