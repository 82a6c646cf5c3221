using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Connection.Hosts;

/// <summary>
/// A real sshd on the loopback with keys and a configuration of its own, and an ssh that uses them: a script on a PATH before the
/// machine's.
/// </summary>
internal sealed class SshServer : IAsyncDisposable
{
    public const string SkipReason =
        "This machine has no sshd, ssh or docker command (Debian, Ubuntu: apt-get install openssh-server docker.io).";

    private readonly string _folder;
    private readonly HostProcess _process;

    private SshServer(string folder, int port, HostProcess process)
    {
        _folder = folder;
        _process = process;
        Host = $"ssh://{Environment.UserName}@127.0.0.1:{port}";
    }

    /// <summary>Whether this machine has what it takes.</summary>
    public static bool CanRun => HostProcess.MustRun("sshd", "ssh", "docker");

    /// <summary>The address for DOCKER_HOST.</summary>
    public string Host { get; }

    /// <summary>How often a client has logged in.</summary>
    public int Logins => _process.Lines.Count(line => line.Contains("Accepted publickey", StringComparison.Ordinal));

    /// <summary>Starts one whose commands find the test engine.</summary>
    /// <param name="engineHost">DOCKER_HOST of commands on the server; null for none.</param>
    /// <param name="path">PATH of commands on the server; null for this machine's.</param>
    public static async Task<SshServer> StartAsync(string? engineHost, string? path = null)
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-sshd-").FullName;
        var port = HostProcess.FreePort();
        await HostProcess.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "host_key"));
        await HostProcess.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "client_key"));
        File.Copy(Path.Combine(folder, "client_key.pub"), Path.Combine(folder, "authorized_keys"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "known_hosts"),
            $"[127.0.0.1]:{port} {await File.ReadAllTextAsync(Path.Combine(folder, "host_key.pub"))}"
        );
        var variables = string.Join(
            ' ',
            new[]
            {
                engineHost is null ? null : $"DOCKER_HOST={engineHost}",
                $"PATH={path ?? Environment.GetEnvironmentVariable("PATH")}",
            }.OfType<string>()
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "sshd_config"),
            $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host_key
            AuthorizedKeysFile {folder}/authorized_keys
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin yes
            MaxStartups 100
            SetEnv {variables}

            """
        );
        await WriteClientAsync(folder, "client_key", "known_hosts");
        if (Environment.IsPrivilegedProcess)
        {
            // Where no service manager runs, nobody makes the folder that sshd locks itself into.
            Directory.CreateDirectory("/run/sshd");
        }

        var process = HostProcess.Start("sshd", "-D", "-e", "-f", Path.Combine(folder, "sshd_config"));
        await process.WaitForLineAsync("Server listening on 127.0.0.1");
        return new SshServer(folder, port, process);
    }

    /// <summary>Variables whose PATH has this server's ssh first.</summary>
    public string? Environ(string name) =>
        name switch
        {
            "PATH" => $"{_folder}/bin:{Environment.GetEnvironmentVariable("PATH")}",
            "DOCKER_HOST" or "DOCKER_CONTEXT" or "DOCKER_TLS_VERIFY" => null,
            _ => Environment.GetEnvironmentVariable(name),
        };

    /// <summary>How to connect to the engine behind this server.</summary>
    public DockerEngineOptions Options() => new() { Host = Host, Environment = Environ };

    /// <summary>From now on the client offers a key that the server does not know.</summary>
    public async Task OfferAnotherKeyAsync()
    {
        await HostProcess.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(_folder, "other_key"));
        await WriteClientAsync(_folder, "other_key", "known_hosts");
    }

    /// <summary>From now on the client knows no server.</summary>
    public Task ForgetServersAsync() => WriteClientAsync(_folder, "client_key", "no_known_hosts");

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WriteClientAsync(string folder, string key, string knownHosts)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "ssh_config"),
            $"""
            Host *
              IdentityFile {folder}/{key}
              IdentitiesOnly yes
              IdentityAgent none
              StrictHostKeyChecking yes
              UserKnownHostsFile {folder}/{knownHosts}
              GlobalKnownHostsFile /dev/null

            """
        );
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName, "ssh");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec {HostProcess.Find("ssh")} -F {folder}/ssh_config \"$@\"\n");
        HostProcess.MakeExecutable(program);
    }
}
