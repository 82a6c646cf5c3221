using LaunchSdk.Docker.Images;

namespace LaunchSdk.Cli.Output;

/// <summary>Prints what a pull does, a line a step; the bytes of a download are left out.</summary>
internal sealed class PullProgressLines(TextWriter writer) : IProgress<ImagePullProgress>
{
    /// <inheritdoc/>
    public void Report(ImagePullProgress value)
    {
        if (value.Current is null)
        {
            writer.WriteLine(value.Layer is { } layer ? $"{layer}: {value.Status}" : value.Status);
        }
    }
}
