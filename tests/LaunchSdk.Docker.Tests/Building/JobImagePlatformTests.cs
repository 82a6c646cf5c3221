using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Contexts;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>Which image a build looks for, on engines of several architectures.</summary>
public sealed class JobImagePlatformTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Engines_that_share_a_registry_look_for_an_image_of_their_own_architecture()
    {
        using var tree = new SourceTree(("Dockerfile.wandb", "FROM scratch\n"));
        var request = new JobImageRequest
        {
            Source = BuildSource.Parse(tree.Root),
            Flavor = BuilderFlavor.Classic,
            Destination = "registry.example.com/team/jobs",
        };

        var amd = await LookedForAsync(request, "amd64");
        var arm = await LookedForAsync(request, "arm64");

        Assert.NotEqual(amd, arm);
        Assert.Equal(arm, await LookedForAsync(request with { Platforms = [ContainerPlatform.LinuxArm64] }, "amd64"));
    }

    private static async Task<string> LookedForAsync(JobImageRequest request, string architecture)
    {
        await using var engine = new RecordingEngine { Architecture = architecture };
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = engine.Host });

        // This engine builds nothing.
        await Assert.ThrowsAsync<ImageBuildException>(() => docker.BuildAsync(request, Token));

        return engine
            .Requests.First(static asked => asked.Path.StartsWith("/images/registry.example.com/team/jobs:", StringComparison.Ordinal))
            .Path;
    }
}
