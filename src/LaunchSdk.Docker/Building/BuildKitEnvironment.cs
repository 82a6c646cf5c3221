using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Docker.Building;

/// <summary>The variables with which a docker command reaches the engine that LaunchSdk is connected to, with the client's own configuration.</summary>
internal static class BuildKitEnvironment
{
    /// <summary>The client's places, the engine's address, and the build arguments by name: no value is in an argument, where every user of the machine could read it.</summary>
    public static Dictionary<string, string?> ForBuild(DockerEngine engine, IReadOnlyDictionary<string, string> buildArguments)
    {
        var endpoint = engine.Transport.Endpoint;
        var variables = ClientEnvironment.Of(engine.Transport.Environment);
        foreach (var (name, value) in buildArguments)
        {
            variables[name] = value;
        }

        variables["DOCKER_BUILDKIT"] = "1";
        variables["BUILDKIT_PROGRESS"] = "plain";
        variables["BUILDX_NO_DEFAULT_ATTESTATIONS"] = "1";
        variables["DOCKER_CONTEXT"] = null;
        variables["DOCKER_API_VERSION"] = null;
        variables["DOCKER_HOST"] = endpoint.Host;
        variables["DOCKER_TLS"] = endpoint.Tls is { IsVerified: false } ? "1" : null;
        variables["DOCKER_TLS_VERIFY"] = endpoint.Tls is { IsVerified: true } ? "1" : null;
        variables["DOCKER_CERT_PATH"] = endpoint.Tls?.Folder;
        return variables;
    }

    /// <summary>Whether a build argument's name is one that the docker command reads for itself.</summary>
    public static bool IsReserved(string name) =>
        ClientEnvironment.Names.Contains(name, StringComparer.Ordinal)
        || name.StartsWith("DOCKER_", StringComparison.Ordinal)
        || name.StartsWith("BUILDX_", StringComparison.Ordinal)
        || name.StartsWith("BUILDKIT_PROGRESS", StringComparison.Ordinal)
        || name.StartsWith("LD_", StringComparison.Ordinal);
}
