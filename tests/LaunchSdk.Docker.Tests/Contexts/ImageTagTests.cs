using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Contexts;

public sealed class ImageTagTests
{
    private static readonly Dockerfile File = Dockerfile.Parse("FROM scratch\n");

    [Fact]
    public void The_tag_is_fixed_by_context_dockerfile_platform_and_arguments()
    {
        var tags = new[]
        {
            ImageTag.Compute("sha256:a", File),
            ImageTag.Compute("sha256:b", File),
            ImageTag.Compute("sha256:a", Dockerfile.Parse("FROM scratch\n\n")),
            ImageTag.Compute("sha256:a", File, ["linux/arm64"]),
            ImageTag.Compute("sha256:a", File, null, new Dictionary<string, string> { ["A"] = "1" }),
            ImageTag.Compute("sha256:a", File, null, new Dictionary<string, string> { ["A"] = "2" }),
        };

        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal("4e71ee8d629ac61d8eca96e6a5c0ce37", tags[0].Tag);
    }

    [Fact]
    public void Equal_platforms_and_arguments_in_another_order_are_the_same_image() =>
        Assert.Equal(
            ImageTag.Compute("sha256:a", File, ["linux/x86_64"], new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }),
            ImageTag.Compute("sha256:a", File, ["linux/amd64"], new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" })
        );

    [Fact]
    public void Labels_name_source_commit_digest_and_tool()
    {
        var tag = ImageTag.Compute("sha256:a", File);

        var labels = ImageLabels.Create(tag, BuildSource.Parse("https://host/repo.git#main"), "4f2a9c1", "python:3.12-slim");

        Assert.Equal("https://host/repo.git", labels["org.opencontainers.image.source"]);
        Assert.Equal("4f2a9c1", labels["org.opencontainers.image.revision"]);
        Assert.Equal("python:3.12-slim", labels["org.opencontainers.image.base.name"]);
        Assert.Equal(tag.Digest, labels["dev.launchsdk.image.digest"]);
        Assert.Matches(@"^\d+\.\d+\.\d+", labels["dev.launchsdk.version"]);
    }
}
