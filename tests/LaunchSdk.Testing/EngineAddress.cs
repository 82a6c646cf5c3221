using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LaunchSdk.Testing;

/// <summary>
/// Where an engine is and how to connect to it, found as the docker command finds it: DOCKER_HOST, the context, the default socket.
/// </summary>
public static class EngineAddress
{
    private const string DefaultHost = "unix:///var/run/docker.sock";

    public static string Find()
    {
        var host = Environment.GetEnvironmentVariable("DOCKER_HOST");
        if (!string.IsNullOrEmpty(host))
        {
            return host;
        }

        var config = Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        var context = Environment.GetEnvironmentVariable("DOCKER_CONTEXT") is { Length: > 0 } named
            ? named
            : CurrentContext(Path.Combine(config, "config.json"));
        return context is null or "default" ? DefaultHost : ContextHost(config, context);
    }

    /// <summary>A client whose every connection goes to the engine, whatever host name the request has.</summary>
    public static HttpClient CreateClient(string host)
    {
        var uri = new Uri(host);
        if (uri.Scheme is not ("unix" or "tcp" or "http"))
        {
            throw new NotSupportedException(
                $"The tests cannot speak to an engine at '{host}': set DOCKER_HOST to a unix:// or tcp:// address."
            );
        }

        var handler = new SocketsHttpHandler
        {
            ConnectCallback = (_, cancellationToken) => ConnectAsync(uri, cancellationToken),
            UseProxy = false,
        };
        return new HttpClient(handler) { BaseAddress = new Uri("http://docker/"), Timeout = TimeSpan.FromMinutes(1) };
    }

    private static async ValueTask<Stream> ConnectAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (uri.Scheme != "unix")
        {
            var client = new TcpClient();
            await client.ConnectAsync(uri.Host, uri.Port, cancellationToken);
            return client.GetStream();
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(uri.LocalPath), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string? CurrentContext(string configFile) =>
        File.Exists(configFile) ? (string?)JsonNode.Parse(File.ReadAllText(configFile))?["currentContext"] : null;

    private static string ContextHost(string config, string context)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context)));
        var meta = Path.Combine(config, "contexts", "meta", hash, "meta.json");
        return (string?)JsonNode.Parse(File.ReadAllText(meta))?["Endpoints"]?["docker"]?["Host"]
            ?? throw new InvalidOperationException($"The docker context '{context}' has no host in {meta}.");
    }
}
