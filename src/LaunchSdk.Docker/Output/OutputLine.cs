namespace LaunchSdk.Docker.Output;

/// <summary>A line of a container's output.</summary>
/// <param name="Source">The stream it came from.</param>
/// <param name="Text">The line without its ending; bytes that are not UTF-8 are U+FFFD.</param>
/// <param name="Ending">What ended it.</param>
public readonly record struct OutputLine(OutputSource Source, string Text, LineEnding Ending)
{
    /// <summary>The text.</summary>
    /// <returns>The text, without its line break.</returns>
    public override string ToString() => Text;
}
