using System.Text;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Connection.Hosts;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection;

/// <summary>A real sshd on the loopback, ssh, and <c>docker system dial-stdio</c> to the real engine behind it.</summary>
public sealed class SshTests
{
    private const string NoServer = SshServer.SkipReason;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task A_container_runs_on_an_engine_behind_ssh()
    {
        var engine = await TestEngine.RequireAsync();
        await using var server = await SshServer.StartAsync(engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(server.Options(), Token);
        var output = new CapturedOutput();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("over ssh"));

        var result = await new ContainerRunner(docker).RunAsync(Plans.Shell("cat; exit 7").WithInput(), output, input, Token);

        Assert.Equal(7, result.ExitCode);
        Assert.Equal("over ssh", output.Stdout);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task Many_runs_log_in_once()
    {
        var engine = await TestEngine.RequireAsync();
        await using var server = await SshServer.StartAsync(engine.Host);
        await using (var docker = await DockerEngine.ConnectAsync(server.Options(), Token))
        {
            var runs = Enumerable
                .Range(0, 3)
                .Select(code => new ContainerRunner(docker).RunAsync(Plans.Shell($"exit {code}"), new CapturedOutput(), null, Token));

            Assert.Equal([0, 1, 2], (await Task.WhenAll(runs)).Select(result => result.ExitCode ?? -1));
        }

        Assert.Equal(1, server.Logins);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task The_path_of_an_address_is_the_engines_socket()
    {
        var engine = await TestEngine.RequireAsync();
        Assert.SkipUnless(engine.Host.StartsWith("unix://", StringComparison.Ordinal), "The test engine has no unix socket.");
        await using var server = await SshServer.StartAsync("unix:///no/such.sock");

        await using var docker = await DockerEngine.ConnectAsync(
            server.Options() with
            {
                Host = server.Host + engine.Host["unix://".Length..],
            },
            Token
        );

        Assert.Equal("linux", docker.OSType);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task A_server_without_the_docker_command_is_named()
    {
        await using var server = await SshServer.StartAsync(null, path: "/nonexistent");

        var error = await RefusedAsync(server);

        Assert.Contains("127.0.0.1 has no docker command", error.Message, StringComparison.Ordinal);
        Assert.Contains("Install the docker command", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task A_server_without_an_engine_is_told_from_one_out_of_reach()
    {
        await using var server = await SshServer.StartAsync("unix:///no/such.sock");

        var error = await RefusedAsync(server);

        Assert.Contains("no engine answers on 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task A_server_that_known_hosts_does_not_name_is_refused()
    {
        await using var server = await SshServer.StartAsync(null);
        await server.ForgetServersAsync();

        var error = await RefusedAsync(server);

        Assert.Contains("ssh does not know the key of 127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Logins);
    }

    [Fact(Skip = NoServer, SkipType = typeof(SshServer), SkipUnless = nameof(SshServer.CanRun))]
    public async Task A_key_that_the_server_does_not_accept_is_refused_with_a_way_out()
    {
        await using var server = await SshServer.StartAsync(null);
        await server.OfferAnotherKeyAsync();

        var error = await RefusedAsync(server);

        Assert.Contains("accepts no key of this user", error.Message, StringComparison.Ordinal);
        Assert.Contains("ssh-agent", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_ssh_is_told_to_install_it()
    {
        var options = new DockerEngineOptions { Host = "ssh://workstation", Environment = _ => null };

        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() => DockerEngine.ConnectAsync(options, Token));

        Assert.Contains("there is no ssh program on the PATH", error.Message, StringComparison.Ordinal);
    }

    private static Task<DockerEngineUnavailableException> RefusedAsync(SshServer server) =>
        Assert.ThrowsAsync<DockerEngineUnavailableException>(() => DockerEngine.ConnectAsync(server.Options(), Token));
}
