namespace LaunchSdk.Cli.Streams;

/// <summary>An output that fails between two of several things to do: the others are done, then it is said.</summary>
internal sealed class LateFailure
{
    private OutputFailedException? _first;

    /// <summary>Prints a line, if that is possible.</summary>
    public async Task WriteLineAsync(TextWriter writer, string line)
    {
        try
        {
            await writer.WriteLineAsync(line).ConfigureAwait(false);
        }
        catch (OutputFailedException failure)
        {
            _first ??= failure;
        }
    }

    /// <summary>Says it, where it failed.</summary>
    /// <exception cref="OutputFailedException">A line could not be printed.</exception>
    public void ThrowIfFailed()
    {
        if (_first is not null)
        {
            throw _first;
        }
    }
}
