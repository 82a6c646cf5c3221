using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LaunchSdk.Docker.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>
/// Git's own server program, git http-backend, behind TLS and a password that are the test's (Kestrel). Repositories below <c>private</c>
/// want the password; <c>moved</c>, <c>elsewhere</c> and <c>downgraded</c> lead on to others.
/// </summary>
public sealed class GitHttpsServer : GitRepositories, IAsyncLifetime
{
    public const string SkipReason =
        "This machine has no git with git http-backend and git-remote-https (Debian, Ubuntu: apt-get install git).";
    public const string User = "launch";
    public const string Password = "s3cret-of-the-repository";

    private readonly ConcurrentBag<string> _commandLines = [];
    private readonly ConcurrentBag<(string Host, string Path, bool HasPassword)> _requests = [];
    private WebApplication? _application;
    private int _port;

    public static bool CanRun => GitBackend.Path is not null;

    /// <summary>Command lines of this machine's processes, as they were while a password was shown to the server.</summary>
    public IReadOnlyCollection<string> CommandLines => _commandLines;

    /// <summary>The requests so far.</summary>
    public IReadOnlyCollection<(string Host, string Path, bool HasPassword)> Requests => _requests;

    /// <summary>The address of a repository.</summary>
    public string Address(string name, string host = "127.0.0.1") => $"https://{host}:{_port}/{name}";

    /// <summary>A client that trusts the server, and whose git keeps this password for it.</summary>
    public async Task<GitCheckoutOptions> OptionsAsync(string? password, bool trusts = true)
    {
        var home = Directory.CreateDirectory(Path.Combine(Folder, $"home-{Guid.NewGuid():N}")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(home, "credentials"),
            password is null ? "" : $"https://{User}:{password}@127.0.0.1%3a{_port}\n"
        );
        await File.WriteAllTextAsync(Path.Combine(home, "gitconfig"), $"[credential]\n\thelper = store --file={home}/credentials\n");
        return new GitCheckoutOptions
        {
            TemporaryFolder = Temporary,
            Environment = name =>
                name switch
                {
                    "HOME" => home,
                    "GIT_CONFIG_GLOBAL" => Path.Combine(home, "gitconfig"),
                    "GIT_CONFIG_SYSTEM" => "/dev/null",
                    "GIT_SSL_CAINFO" => trusts ? Path.Combine(Folder, "ca.pem") : null,
                    "GIT_ASKPASS" or "SSH_ASKPASS" or "https_proxy" or "HTTPS_PROXY" => null,
                    _ => Environment.GetEnvironmentVariable(name),
                },
        };
    }

    public async ValueTask InitializeAsync()
    {
        using var certificate = SelfSigned.Create();
        await File.WriteAllTextAsync(Path.Combine(Folder, "ca.pem"), certificate.ExportCertificatePem());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned.Reload(certificate)))
        );
        _application = builder.Build();
        _application.Run(AnswerAsync);
        await _application.StartAsync();
        _port = new Uri(_application.Urls.Single()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _application!.DisposeAsync();
        await DeleteAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var shown = context.Request.Headers.Authorization.ToString();
        _requests.Add((context.Request.Host.Host, path, shown.Length > 0));
        if (shown.Length > 0)
        {
            KeepCommandLines();
        }

        if (Moved(path) is { } target)
        {
            context.Response.Redirect(target + context.Request.QueryString);
        }
        else if (
            path.StartsWith("/private/", StringComparison.Ordinal)
            && shown != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))}"
        )
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
        }
        else
        {
            await GitBackend.AnswerAsync(context, Folder);
        }
    }

    private string? Moved(string path) =>
        path.StartsWith("/moved/", StringComparison.Ordinal) ? Address("private/" + path["/moved/".Length..])
        : path.StartsWith("/elsewhere/", StringComparison.Ordinal) ? Address("private/" + path["/elsewhere/".Length..], "localhost")
        : path.StartsWith("/downgraded/", StringComparison.Ordinal) ? $"http://127.0.0.1:{_port}/{path["/downgraded/".Length..]}"
        : null;

    private void KeepCommandLines()
    {
        foreach (
            var folder in Directory.EnumerateDirectories("/proc").Where(static folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        )
        {
            try
            {
                _commandLines.Add(File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' '));
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }
    }
}
