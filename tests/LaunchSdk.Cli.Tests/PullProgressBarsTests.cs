using LaunchSdk.Cli.Output;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Cli.Tests;

public sealed class PullProgressBarsTests
{
    [Fact]
    public void Each_layer_has_a_bar_and_the_status_is_left()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var bars = new PullProgressBars(writer);

        bars.Report(new ImagePullProgress("Pulling from library/busybox", "latest", null, null));
        bars.Report(new ImagePullProgress("Downloading", "0123456789ab", 50, 100));
        bars.Report(new ImagePullProgress("Pull complete", "0123456789ab", null, null));
        bars.Report(new ImagePullProgress("Status: Downloaded newer image for busybox:latest", null, null, null));
        bars.Report(new ImagePullProgress("too late", "0123456789ab", null, null));

        Assert.Contains("0123456789ab", writer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Status: Downloaded newer image for busybox:latest\n", writer.ToString(), StringComparison.Ordinal);
    }
}
