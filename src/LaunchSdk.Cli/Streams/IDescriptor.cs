namespace LaunchSdk.Cli.Streams;

/// <summary>One of the three files that a process is given.</summary>
internal interface IDescriptor
{
    /// <summary>What messages call it: <c>stdin</c>, <c>stdout</c>, <c>stderr</c>.</summary>
    string Name { get; }

    /// <summary>Whether a person sits at it.</summary>
    bool IsTerminal { get; }

    /// <summary>Reads what is there, waiting for the first byte; 0 at the end, and where it was closed from the beginning.</summary>
    /// <exception cref="IOException">It cannot be read; the message is the system's reason.</exception>
    int Read(Span<byte> buffer, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of the bytes, waiting for a reader that is slow. What goes to one that was closed from the beginning is discarded.
    /// </summary>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Waits until nobody can read any more what is written; null where the time is over first.</summary>
    OutputFailedException? WaitForReaderGone(TimeSpan time);
}
