namespace LaunchSdk.Docker.Building;

/// <summary>The variables with which a docker command reaches the engine that LaunchSdk is connected to, with the client's own configuration.</summary>
internal static class BuildKitEnvironment
{
    private static readonly string[] OfClient = ["PATH", "HOME", "DOCKER_CONFIG"];

    /// <summary>The client's own places, which a program that embeds LaunchSdk may have given.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ForClient(Func<string, string?> environment) =>
        OfClient.Select(name => KeyValuePair.Create(name, environment(name))).Where(static pair => pair.Value is not null);

    /// <summary>The client's places, the engine's address, and the build arguments by name: no value is in an argument, where every user of the machine could read it.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ForBuild(DockerEngine engine, IReadOnlyDictionary<string, string> buildArguments)
    {
        var endpoint = engine.Transport.Endpoint;
        return
        [
            .. buildArguments.Select(static argument => KeyValuePair.Create(argument.Key, (string?)argument.Value)),
            .. ForClient(engine.Transport.Environment),
            new("DOCKER_BUILDKIT", "1"),
            new("BUILDKIT_PROGRESS", "plain"),
            new("BUILDX_NO_DEFAULT_ATTESTATIONS", "1"),
            new("DOCKER_CONTEXT", null),
            new("DOCKER_API_VERSION", null),
            new("DOCKER_HOST", endpoint.Host),
            new("DOCKER_TLS", endpoint.Tls is { IsVerified: false } ? "1" : null),
            new("DOCKER_TLS_VERIFY", endpoint.Tls is { IsVerified: true } ? "1" : null),
            new("DOCKER_CERT_PATH", endpoint.Tls?.Folder),
        ];
    }

    /// <summary>Whether a build argument's name is one that the docker command reads for itself.</summary>
    public static bool IsReserved(string name) => OfClient.Contains(name, StringComparer.Ordinal)
        || name.StartsWith("DOCKER_", StringComparison.Ordinal)
        || name.StartsWith("BUILDX_", StringComparison.Ordinal)
        || name.StartsWith("BUILDKIT_PROGRESS", StringComparison.Ordinal)
        || name.StartsWith("LD_", StringComparison.Ordinal);
}
