namespace LaunchSdk.Docker.Connection;

/// <summary>The address of an engine, who named it, and how to speak TLS to it.</summary>
/// <param name="Host">The address as written, with its scheme.</param>
/// <param name="Source">Where it came from, in words.</param>
/// <param name="Tls">The TLS files; null for a connection without TLS.</param>
internal sealed record EngineEndpoint(string Host, string Source, EngineTls? Tls = null)
{
    private const string UnixScheme = "unix://";
    private const string PipeScheme = "npipe://";
    private const string DefaultContext = "default";
    private const string SocketAdvice = "Set DOCKER_HOST to a unix://, tcp:// or ssh:// address";

    /// <summary>The path of a unix socket; null for an address of another kind.</summary>
    public string? SocketPath => Host.StartsWith(UnixScheme, StringComparison.OrdinalIgnoreCase) ? Host[UnixScheme.Length..] : null;

    /// <summary>The scheme in lower case: unix, tcp, http, npipe or ssh.</summary>
    public string Scheme => SchemeOf(Host);

    /// <summary>Whether it is the engine of this machine, which sees this machine's files: one behind a socket or a pipe.</summary>
    public bool IsLocal => Scheme is "unix" or "npipe";

    /// <summary>Finds the address in the docker command's order.</summary>
    public static EngineEndpoint Resolve(DockerEngineOptions options)
    {
        if (options.Host is { Length: > 0 } given)
        {
            return Checked(given, "the Host of DockerEngineOptions", EngineTls.FromVariables(options.Environment));
        }

        var variable = options.Environment("DOCKER_HOST")?.Trim();
        if (options.Context is null or DefaultContext && !string.IsNullOrEmpty(variable))
        {
            return Checked(variable, "the variable DOCKER_HOST", EngineTls.FromVariables(options.Environment));
        }

        var contexts = new DockerContexts(options.Environment);
        var name = options.Context ?? contexts.Current;
        if (name is not (null or DefaultContext))
        {
            var context = contexts.Read(name);
            return Checked(context.Host, $"the docker context '{name}'", context.Tls);
        }

        // The docker command takes DOCKER_TLS_VERIFY without a host for an engine on this machine's TLS port.
        var tls = EngineTls.FromVariables(options.Environment);
        return tls is not null
            ? new EngineEndpoint("tcp://localhost:2376", tls.Source, tls)
            : new EngineEndpoint(
                OperatingSystem.IsWindows() ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock",
                "docker's default"
            );
    }

    private static EngineEndpoint Checked(string host, string source, EngineTls? tls)
    {
        // The docker command takes HOST:PORT for tcp.
        var address = host.Contains("://", StringComparison.Ordinal) ? host : $"tcp://{host}";
        switch (SchemeOf(address))
        {
            case "unix":
                return new EngineEndpoint(address.Length > UnixScheme.Length ? address : "unix:///var/run/docker.sock", source);
            case "npipe" when OperatingSystem.IsWindows():
                return new EngineEndpoint(address.Length > PipeScheme.Length ? address : "npipe:////./pipe/docker_engine", source);
            case "npipe":
                throw Unsupported(address, source, "named pipes are there on Windows only", SocketAdvice);
            case "tcp" or "http" when Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0:
                return new EngineEndpoint(address, source, tls);
            case "tcp" or "http":
                throw Unsupported(address, source, "the address is not tcp://HOST:PORT", SocketAdvice);
            case "ssh":
                return SshAddress.Parse(address, out var problem) is not null
                    ? new EngineEndpoint(address, source)
                    : throw Unsupported(
                        SshAddress.WithoutPassword(address),
                        source,
                        problem!,
                        "Write it as ssh://USER@HOST:PORT/PATH, where all but HOST may be left out"
                    );
            default:
                throw Unsupported(address, source, $"'{SchemeOf(address)}' is none of unix, tcp, npipe and ssh", SocketAdvice);
        }
    }

    private static string SchemeOf(string address) => address[..address.IndexOf("://", StringComparison.Ordinal)].ToLowerInvariant();

    private static DockerEngineUnavailableException Unsupported(string host, string source, string reason, string advice) =>
        new(host, $"{reason} (the address comes from {source})", advice);
}
