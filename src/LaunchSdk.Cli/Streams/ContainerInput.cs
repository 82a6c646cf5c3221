namespace LaunchSdk.Cli.Streams;

/// <summary>Standard input on its way to a container. One that cannot be read ends there, with a message.</summary>
/// <param name="input">Standard input.</param>
/// <param name="error">Gets the message.</param>
internal sealed class ContainerInput(Stream input, TextWriter error) : OneWayStream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            var message = $"launch: cannot read stdin: {failure.Message}: the container's input ends here";
            await error.WriteLineAsync(message).ConfigureAwait(false);
            return 0;
        }
    }
}
