namespace LaunchSdk.Cli.Streams;

/// <summary>Standard error as the tool's own messages go to it: one that cannot be written changes nothing of what the tool does.</summary>
/// <param name="error">Standard error.</param>
internal sealed class MessageStream(StandardOutput error) : OneWayStream
{
    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            error.Write(buffer);
        }
        catch (OutputFailedException)
        {
            // There is nowhere left to say it.
        }
    }
}
