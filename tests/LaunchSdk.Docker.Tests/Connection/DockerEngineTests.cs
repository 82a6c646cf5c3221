using System.Net.Sockets;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class DockerEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.41", "1.41")]
    [InlineData("1.55", "1.55")]
    [InlineData("1.99", "1.55")]
    public async Task The_newest_version_that_both_know_is_spoken(string engineVersion, string spoken)
    {
        await using var engine = new RecordingEngine { ApiVersion = engineVersion };

        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);

        Assert.Equal(spoken, docker.ApiVersion.ToString());
        Assert.Equal(engineVersion, docker.EngineApiVersion.ToString());
    }

    [Fact]
    public async Task An_engine_too_old_to_wait_is_refused_with_both_versions()
    {
        await using var engine = new RecordingEngine { ApiVersion = "1.24" };

        var error = await Assert.ThrowsAsync<DockerEngineException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token)
        );

        Assert.Contains("1.24", error.Message, StringComparison.Ordinal);
        Assert.Contains("1.30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engines_system_is_known()
    {
        await using var engine = new RecordingEngine { OSType = "windows" };

        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);

        Assert.Equal("windows", docker.OSType);
    }

    [Fact]
    public async Task A_socket_that_is_not_there_is_named_with_a_way_out()
    {
        var error = await RefusedAsync("unix:///no/such/docker.sock");

        Assert.Equal("unix:///no/such/docker.sock", error.Host);
        Assert.Contains("there is no such socket", error.Message, StringComparison.Ordinal);
        Assert.Contains("DOCKER_HOST", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_without_a_listener_is_told_from_one_that_is_not_there()
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-").FullName;
        var path = Path.Combine(folder, "dead.sock");
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));

            var error = await RefusedAsync($"unix://{path}");

            Assert.Contains("nothing listens", error.Message, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_is_given_up_at_the_deadline()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(
                new DockerEngineOptions { Host = $"tcp://{listener.LocalEndpoint}", ConnectTimeout = TimeSpan.FromMilliseconds(200) },
                Token
            )
        );

        Assert.Contains("no answer within 0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("npipe://./pipe/docker_engine", "named pipes are there on Windows only")]
    [InlineData("ftp://host", "'ftp' is none of unix, tcp, npipe and ssh")]
    [InlineData("tcp://", "the address is not tcp://HOST:PORT")]
    public async Task An_address_that_cannot_be_spoken_to_is_refused_by_its_kind(string host, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has named pipes.");

        var error = await RefusedAsync(host);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_does_not_exist_is_named()
    {
        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Context = "no-such-context" }, Token)
        );

        Assert.Contains("no-such-context", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_real_engine_tells_its_version_and_system()
    {
        var engine = await TestEngine.RequireAsync();

        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);

        Assert.InRange(docker.ApiVersion, DockerEngine.OldestApiVersion, DockerEngine.NewestApiVersion);
        Assert.Equal("linux", docker.OSType);
    }

    private static Task<DockerEngineUnavailableException> RefusedAsync(string host) =>
        Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = host }, Token)
        );
}
