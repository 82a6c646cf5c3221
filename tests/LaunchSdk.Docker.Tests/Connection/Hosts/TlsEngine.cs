using System.Globalization;
using LaunchSdk.Testing;

[assembly: AssemblyFixture(typeof(LaunchSdk.Docker.Tests.Connection.Hosts.TlsEngine))]

namespace LaunchSdk.Docker.Tests.Connection.Hosts;

/// <summary>
/// A dockerd of its own on a loopback port that takes clients of a test's authority only (<c>--tlsverify</c>). Started by the first test
/// that asks.
/// </summary>
public sealed class TlsEngine : IAsyncDisposable
{
    public const string SkipReason = "A private dockerd with TLS needs root and dockerd (Debian, Ubuntu: apt-get install docker.io).";

    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new();
    private readonly Lazy<Task<HostProcess>> _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-tls-").FullName;
    private readonly int _port = HostProcess.FreePort();

    public TlsEngine() => _process = new Lazy<Task<HostProcess>>(StartAsync);

    /// <summary>Whether this machine has what it takes.</summary>
    public static bool CanRun =>
        TestEngine.IsContinuousIntegration
        || (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() && HostProcess.Find("dockerd") is not null);

    /// <summary>The engine's address.</summary>
    public string Host => $"tcp://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The folder of a client that the engine's authority signed.</summary>
    public string ClientFolder => Path.Combine(_folder, "client");

    /// <summary>The folder of a client of another authority, which knows that one only.</summary>
    public string StrangerFolder => Path.Combine(_folder, "stranger");

    /// <summary>Starts it, once.</summary>
    public Task RequireAsync() => _process.Value;

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated)
        {
            await (await _process.Value).DisposeAsync();
        }

        _authority.Dispose();
        _stranger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HostProcess> StartAsync()
    {
        var server = _authority.WriteServer(Path.Combine(_folder, "server"));
        _authority.WriteClient(ClientFolder);
        _stranger.WriteClient(StrangerFolder);
        var process = HostProcess.Start(
            "dockerd",
            "--data-root",
            Path.Combine(_folder, "data"),
            "--exec-root",
            Path.Combine(_folder, "exec"),
            "--pidfile",
            Path.Combine(_folder, "pid"),
            "--bridge",
            "none",
            "--iptables=false",
            "--ip-forward=false",
            "--storage-driver",
            "vfs",
            "--containerd-namespace",
            $"lsdk-tls-{Environment.ProcessId}",
            "--containerd-plugins-namespace",
            $"lsdk-tls-plugins-{Environment.ProcessId}",
            "--tlsverify",
            "--tlscacert",
            Path.Combine(server, "ca.pem"),
            "--tlscert",
            Path.Combine(server, "cert.pem"),
            "--tlskey",
            Path.Combine(server, "key.pem"),
            "--host",
            Host
        );
        await process.WaitForLineAsync("API listen on");
        return process;
    }
}
