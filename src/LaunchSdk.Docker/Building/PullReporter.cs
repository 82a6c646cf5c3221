using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>A pull's messages as messages of the build.</summary>
internal sealed class PullReporter(Action<ImageBuildProgress> report) : IProgress<ImagePullProgress>
{
    /// <inheritdoc/>
    public void Report(ImagePullProgress value) =>
        report(
            new ImageBuildProgress(ImageBuildPhase.Pull, value.Status)
            {
                Layer = value.Layer,
                Current = value.Current,
                Total = value.Total,
            }
        );
}
