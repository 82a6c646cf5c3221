using Docker.DotNet;

namespace LaunchSdk.Docker.Connection;

/// <summary>The address of an engine, and who named it.</summary>
/// <param name="Host">The address as written, with its scheme.</param>
/// <param name="Source">Where it came from, in words.</param>
internal sealed record EngineEndpoint(string Host, string Source)
{
    private const string UnixScheme = "unix://";

    /// <summary>The path of a unix socket; null for an address of another kind.</summary>
    public string? SocketPath => Host.StartsWith(UnixScheme, StringComparison.OrdinalIgnoreCase) ? Host[UnixScheme.Length..] : null;

    /// <summary>Finds the address in the docker command's order.</summary>
    public static EngineEndpoint Resolve(DockerEngineOptions options)
    {
        if (options.Host is { Length: > 0 } given)
        {
            return Checked(given, "the Host of DockerEngineOptions");
        }

        var variable = Environment.GetEnvironmentVariable("DOCKER_HOST")?.Trim();
        if (options.Context is null && !string.IsNullOrEmpty(variable))
        {
            return Checked(variable, "the variable DOCKER_HOST");
        }

        try
        {
            // A new one each time: the shared instance remembers what config.json and the contexts said before.
            var config = new DockerConfig();
            var uri = options.Context is { } context ? config.GetEndpoint(context) : config.GetEndpoint();
            return Checked(uri.OriginalString, options.Context is null ? "the docker context in use, or the default socket" : $"the docker context '{options.Context}'");
        }
        catch (DockerConfigurationException e)
        {
            throw new DockerEngineUnavailableException("the docker context", e.Message, "`docker context ls` lists the contexts; DOCKER_HOST overrides them", e);
        }
    }

    private static EngineEndpoint Checked(string host, string source)
    {
        // The docker command takes HOST:PORT for tcp.
        var address = host.Contains("://", StringComparison.Ordinal) ? host : $"tcp://{host}";
        var scheme = address[..address.IndexOf("://", StringComparison.Ordinal)].ToLowerInvariant();
        if (scheme is "tcp" && Environment.GetEnvironmentVariable("DOCKER_TLS_VERIFY") is { Length: > 0 })
        {
            throw Unsupported(address, source, "DOCKER_TLS_VERIFY asks for TLS, which LaunchSdk does not speak yet");
        }

        return scheme switch
        {
            "unix" when address.Length > UnixScheme.Length => new EngineEndpoint(address, source),
            "unix" => new EngineEndpoint("unix:///var/run/docker.sock", source),
            "tcp" or "http" when Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 => new EngineEndpoint(address, source),
            "tcp" or "http" => throw Unsupported(address, source, "the address is not tcp://HOST:PORT"),
            _ => throw Unsupported(address, source, $"LaunchSdk does not connect to {scheme}:// addresses yet"),
        };
    }

    private static DockerEngineUnavailableException Unsupported(string host, string source, string reason) =>
        new(host, $"{reason} (the address comes from {source})", "Set DOCKER_HOST to a unix:// or tcp:// address");
}
