namespace LaunchSdk.Docker.Registries;

/// <summary>The registry that an image comes from, under the name by which docker keeps its credentials.</summary>
internal static class RegistryName
{
    /// <summary>The name of Docker Hub in docker's config.json.</summary>
    public const string DockerHub = "https://index.docker.io/v1/";

    /// <summary>
    /// The registry of an image: the part before the first slash where that is a host (a dot, a port, or localhost), else Docker Hub.
    /// </summary>
    public static string Of(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var first = slash > 0 ? image[..slash] : "";
        return !IsHost(first) || first is "docker.io" or "index.docker.io" ? DockerHub : first;
    }

    /// <summary>Whether docker takes the first part of an image's name for a host.</summary>
    public static bool IsHost(string name) => name == "localhost" || name.AsSpan().IndexOfAny('.', ':') >= 0;

    /// <summary>A key of config.json as a host: docker has written <c>https://HOST/v1/</c> there.</summary>
    public static string HostOf(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rest : rest[..slash];
    }
}
