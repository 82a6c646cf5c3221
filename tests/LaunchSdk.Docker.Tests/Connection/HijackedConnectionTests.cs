using LaunchSdk.Docker.Connection;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class HijackedConnectionTests
{
    [EngineFact]
    public async Task A_refusal_has_the_engines_status_and_words()
    {
        var engine = await TestEngine.RequireAsync();
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );

        var error = Assert.Throws<EngineRefusedException>(() =>
            docker.Transport.Hijack(docker.Path("/containers/none/attach?stream=1&stdout=1"))
        );

        Assert.Equal(404, error.Status);
        Assert.Equal("No such container: none", error.Message);
    }
}
