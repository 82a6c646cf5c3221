namespace LaunchSdk.Docker.Output;

/// <summary>Takes one line of a container's output without a string being made of it.</summary>
/// <param name="source">The stream it came from.</param>
/// <param name="line">The line without its ending; valid during the call only.</param>
/// <param name="ending">What ended it.</param>
public delegate void Utf8LineHandler(OutputSource source, ReadOnlySpan<byte> line, LineEnding ending);
