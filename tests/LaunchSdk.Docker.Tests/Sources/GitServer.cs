using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Connection.Hosts;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Repositories behind a real sshd on the loopback, made by the git of this machine.</summary>
public sealed class GitServer : GitRepositories, IAsyncLifetime
{
    public const string SkipReason = "This machine has no git, sshd or ssh (Debian, Ubuntu: apt-get install git openssh-server).";

    private SshServer? _ssh;

    public static bool CanRun =>
        HostProcess.Find("git") is not null && HostProcess.Find("sshd") is not null && HostProcess.Find("ssh") is not null;

    /// <summary>The address of a repository.</summary>
    public string Address(string name) => $"{_ssh!.Host}{Folder}/{name}";

    public GitCheckoutOptions Options() => new() { Environment = _ssh!.Environ, TemporaryFolder = Temporary };

    public async ValueTask InitializeAsync()
    {
        _ssh = await SshServer.StartAsync(null);
    }

    public async ValueTask DisposeAsync()
    {
        await _ssh!.DisposeAsync();
        await DeleteAsync();
    }
}
