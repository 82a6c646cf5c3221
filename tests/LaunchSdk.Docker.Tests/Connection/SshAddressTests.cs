using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class SshAddressTests
{
    [Theory]
    [InlineData("ssh://workstation", null, "workstation", null, null)]
    [InlineData("ssh://me@workstation", "me", "workstation", null, null)]
    [InlineData("ssh://me@workstation:2222", "me", "workstation", "2222", null)]
    [InlineData("ssh://workstation/run/user/1000/docker.sock", null, "workstation", null, "/run/user/1000/docker.sock")]
    [InlineData("ssh://me@[::1]:2222/run/docker.sock", "me", "::1", "2222", "/run/docker.sock")]
    [InlineData("ssh://[fe80::1%25eth0]", null, "fe80::1%25eth0", null, null)]
    [InlineData("ssh://me@example.com@jump", "me@example.com", "jump", null, null)]
    public void Its_parts_are_read(string address, string? user, string host, string? port, string? path)
    {
        Assert.Equal(new SshAddress(user, host, port, path), SshAddress.Parse(address, out _));
    }

    [Theory]
    [InlineData("ssh://-oProxyCommand=touch", "'-oProxyCommand=touch' is not a host's name")]
    [InlineData("ssh://me@-oProxyCommand=x", "'-oProxyCommand=x' is not a host's name")]
    [InlineData("ssh://-l@host", "'-l' is not a user's name")]
    [InlineData("ssh://%2dl@host", "'-l' is not a user's name")]
    [InlineData("ssh://a b@host", "'a b' is not a user's name")]
    [InlineData("ssh://me@host;id", "'host;id' is not a host's name")]
    [InlineData("ssh://me@$(id)", "'$(id)' is not a host's name")]
    [InlineData("ssh://host:99999", "'99999' is not a port")]
    [InlineData("ssh://host:-1", "'-1' is not a port")]
    [InlineData("ssh://me@", "the host is missing")]
    [InlineData("ssh://host?x=1", "an ssh address has no query and no fragment")]
    public void What_ssh_could_take_for_something_else_is_refused(string address, string problem)
    {
        Assert.Null(SshAddress.Parse(address, out var found));
        Assert.Equal(problem, found);
    }

    [Fact]
    public async Task A_password_is_refused_and_not_repeated()
    {
        var error = await Assert.ThrowsAsync<DockerEngineUnavailableException>(() =>
            DockerEngine.ConnectAsync(new DockerEngineOptions { Host = "ssh://me:geheim@host" }, TestContext.Current.CancellationToken)
        );

        Assert.Contains("a password does not belong in an address", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_remote_shell_gets_the_socket_as_one_word()
    {
        var address = new SshAddress("me", "host", "22", "/a b;id/docker.sock");

        Assert.Equal(["-l", "me", "-p", "22", "--", "host"], SshArguments.Destination(address));
        Assert.Equal(["docker", "--host", "'unix:///a b;id/docker.sock'", "system", "dial-stdio"], SshArguments.RemoteCommand(address));
    }
}
