using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>A server that one test stops and starts.</summary>
internal sealed class OwnPostgresServer(string folder, string connectionString) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    /// <summary>Ends the server as a crash does.</summary>
    public Task CrashAsync() => PostgresServer.ScriptAsync("stop", folder, "immediate");

    /// <summary>Lets users in from every address, in clear too.</summary>
    public async Task ListenToNetworkAsync()
    {
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), "listen_addresses = '*'\n");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "pg_hba.conf"),
            "host all all 0.0.0.0/0 scram-sha-256\nhost all all ::/0 scram-sha-256\n"
        );
        await RestartAsync();
    }

    /// <summary>Gives it a certificate that nobody trusts.</summary>
    public async Task OfferTlsAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=postgres", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        await File.WriteAllTextAsync(Path.Combine(Data, "server.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(Data, "server.key"), key.ExportPkcs8PrivateKeyPem());
        await HostProcess.RunAsync("chmod", "600", Path.Combine(Data, "server.key"), Path.Combine(Data, "server.crt"));
        await HostProcess.RunAsync("chown", $"--reference={Data}", Path.Combine(Data, "server.key"), Path.Combine(Data, "server.crt"));
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), "ssl = on\n");
        await RestartAsync();
    }

    public Task StartAgainAsync() => PostgresServer.ScriptAsync("again", folder);

    private string Data => Path.Combine(folder, "data");

    private async Task RestartAsync()
    {
        await PostgresServer.ScriptAsync("stop", folder, "fast");
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresServer.ScriptAsync("stop", folder, "immediate").ContinueWith(static _ => { }, TaskScheduler.Default);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
