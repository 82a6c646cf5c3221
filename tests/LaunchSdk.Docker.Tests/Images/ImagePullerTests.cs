using LaunchSdk.Docker.Images;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Images;

public sealed class ImagePullerTests
{
    [Theory]
    [InlineData("busybox", "busybox", "latest")]
    [InlineData("busybox:1.36", "busybox", "1.36")]
    [InlineData("localhost:5000/team/job", "localhost:5000/team/job", "latest")]
    [InlineData("localhost:5000/team/job:2", "localhost:5000/team/job", "2")]
    [InlineData("busybox@sha256:abc", "busybox", "sha256:abc")]
    [InlineData("busybox:1@sha256:abc", "busybox", "sha256:abc")]
    public void An_image_is_asked_for_by_name_and_one_tag(string image, string name, string tag)
    {
        Assert.Equal((name, tag), ImagePuller.Split(image));
    }

    [Fact]
    public async Task Messages_of_the_engine_are_reported_in_their_order()
    {
        await using var engine = new RecordingEngine();
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );
        var messages = new Messages();

        await new ImagePuller(docker).PullAsync("busybox", "linux/arm64", messages, TestContext.Current.CancellationToken);

        Assert.Equal(["Pulling", "Status: Downloaded newer image"], messages.Select(message => message.Status));
        Assert.Equal("linux/arm64", engine.Request("/images/create").Query["platform"]);
    }

    private sealed class Messages : List<ImagePullProgress>, IProgress<ImagePullProgress>
    {
        public void Report(ImagePullProgress value) => Add(value);
    }
}
