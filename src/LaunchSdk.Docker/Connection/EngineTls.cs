using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LaunchSdk.Docker.Connection;

/// <summary>How to speak TLS to an engine: docker's three files in a folder, each of which may be missing.</summary>
/// <param name="Folder">The folder with <c>ca.pem</c> (whom to trust; else the system's roots), <c>cert.pem</c> and <c>key.pem</c> (who
/// this client is).</param>
/// <param name="IsVerified">Whether the engine's certificate is checked.</param>
/// <param name="Source">What asked for TLS, in words.</param>
internal sealed record EngineTls(string Folder, bool IsVerified, string Source)
{
    private string Ca => Path.Combine(Folder, "ca.pem");

    private string Certificate => Path.Combine(Folder, "cert.pem");

    private string Key => Path.Combine(Folder, "key.pem");

    /// <summary>
    /// DOCKER_TLS_VERIFY asks for checked TLS, DOCKER_TLS alone for unchecked, and DOCKER_CERT_PATH names the folder; null where neither is
    /// set.
    /// </summary>
    public static EngineTls? FromVariables(Func<string, string?> environment)
    {
        var isVerified = environment("DOCKER_TLS_VERIFY") is { Length: > 0 };
        if (!isVerified && environment("DOCKER_TLS") is not { Length: > 0 })
        {
            return null;
        }

        var folder = environment("DOCKER_CERT_PATH") is { Length: > 0 } named ? named : DockerFolder.Find(environment);
        return new EngineTls(folder, isVerified, isVerified ? "DOCKER_TLS_VERIFY" : "DOCKER_TLS");
    }

    /// <summary>A context speaks TLS when it has files for it, or says that nothing is to be checked.</summary>
    public static EngineTls? FromContext(string name, string folder, bool isUnverified)
    {
        var tls = new EngineTls(folder, !isUnverified, $"the docker context '{name}'");
        return isUnverified || File.Exists(tls.Ca) || File.Exists(tls.Certificate) ? tls : null;
    }

    /// <summary>Reads the files.</summary>
    /// <param name="host">The name that the engine's certificate must have.</param>
    /// <exception cref="IOException">A file cannot be read, or is no certificate or key; the message names it.</exception>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5359:Do Not Disable Certificate Validation",
        Justification = "The user asked docker for TLS without a check."
    )]
    public SslClientAuthenticationOptions CreateOptions(string host)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (!IsVerified)
        {
            options.RemoteCertificateValidationCallback = AcceptAny;
        }
        else if (File.Exists(Ca))
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            Read(Ca, () => policy.CustomTrustStore.ImportFromPemFile(Ca));
            options.CertificateChainPolicy = policy;
        }

        if (File.Exists(Certificate))
        {
            Read(Certificate, () => options.ClientCertificateContext = CreateClientCertificate());
        }

        return options;
    }

    // Docker's own switch for engines without a certificate of their name: DOCKER_TLS without DOCKER_TLS_VERIFY, or skip-tls-verify of a
    // context.
    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

    private SslStreamCertificateContext CreateClientCertificate()
    {
        var certificate = X509Certificate2.CreateFromPemFile(Certificate, Key);
        if (OperatingSystem.IsWindows())
        {
            // Windows takes no certificate whose key lives in memory only.
            using var unusable = certificate;
            certificate = X509CertificateLoader.LoadPkcs12(unusable.Export(X509ContentType.Pkcs12), null);
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(Certificate);
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    private void Read(string file, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"the TLS files in {Folder} cannot be used ({Path.GetFileName(file)}): {e.Message}", e);
        }
    }
}
