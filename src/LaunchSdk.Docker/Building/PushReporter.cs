using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>A push's messages as messages of the build.</summary>
internal sealed class PushReporter(Action<ImageBuildProgress> report) : IProgress<ImagePushProgress>
{
    /// <inheritdoc/>
    public void Report(ImagePushProgress value) =>
        report(
            new ImageBuildProgress(ImageBuildPhase.Push, value.Status)
            {
                Layer = value.Layer,
                Current = value.Current,
                Total = value.Total,
            }
        );
}
