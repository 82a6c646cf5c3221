using LaunchSdk.Docker.Building;

namespace LaunchSdk.Cli.Output;

/// <summary>Prints what a build does, a line a message; the bytes of transfers are left out.</summary>
internal sealed class BuildProgressLines(TextWriter writer) : IProgress<ImageBuildProgress>
{
    /// <inheritdoc/>
    public void Report(ImageBuildProgress value)
    {
        if (value.Current is null && value.Phase != ImageBuildPhase.Done)
        {
            writer.WriteLine(TerminalText.Plain(value.ToString()));
        }
    }
}
