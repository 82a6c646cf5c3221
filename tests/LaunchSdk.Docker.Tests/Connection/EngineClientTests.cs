using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

/// <summary>Docker.DotNet's client of an engine, for calls that LaunchSdk does not make.</summary>
[Trait("Engine", "real")]
public sealed class EngineClientTests : EngineTests
{
    [EngineFact]
    public async Task The_client_of_Docker_DotNet_asks_the_same_engine_also_after_another_client_was_disposed_of()
    {
        Docker.CreateClient().Dispose();
        using var client = Docker.CreateClient();

        var images = await client.Images.ListImagesAsync(new() { All = true }, Token);
        var version = await client.System.GetVersionAsync(Token);

        Assert.Contains(TestEngine.BusyboxImage, images.SelectMany(static image => image.RepoTags ?? []));
        Assert.Equal(Docker.EngineApiVersion.ToString(2), version.APIVersion);
    }
}
