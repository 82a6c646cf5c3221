using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Connection.Hosts;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Repositories behind a real sshd on the loopback, made by the git of this machine.</summary>
public sealed class GitServer : IAsyncLifetime
{
    public const string SkipReason = "This machine has no git, sshd or ssh (Debian, Ubuntu: apt-get install git openssh-server).";

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-git-").FullName;
    private SshServer? _ssh;

    public static bool CanRun => HostProcess.Find("git") is not null && HostProcess.Find("sshd") is not null && HostProcess.Find("ssh") is not null;

    /// <summary>Where checkouts are made; empty before and after each.</summary>
    public string Temporary => Path.Combine(_folder, "tmp");

    /// <summary>The address of a repository.</summary>
    public string Address(string name) => $"{_ssh!.Host}{_folder}/{name}";

    /// <summary>The folder that a repository is written in.</summary>
    public string Work(string name) => Path.Combine(_folder, name);

    public GitCheckoutOptions Options() => new() { Environment = _ssh!.Environ, TemporaryFolder = Temporary };

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Temporary);
        _ssh = await SshServer.StartAsync(null);
    }

    /// <summary>Makes a repository with a first commit.</summary>
    public async Task CreateAsync(string name, params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(Work(name));
        await GitAsync(name, "init", "--quiet", "--initial-branch=main");
        await CommitAsync(name, files);
    }

    /// <summary>Adds a commit.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CommitAsync(string name, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(Work(name), path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text);
        }

        await GitAsync(name, "add", "--all");
        await GitAsync(name, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--allow-empty", "-m", "change");
        return (await File.ReadAllTextAsync(Path.Combine(Work(name), ".git", "refs", "heads", "main"))).Trim();
    }

    public Task GitAsync(string name, params string[] arguments) => HostProcess.RunAsync("git", ["-C", Work(name), .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await _ssh!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
