using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// The docker contexts of this user: a folder for each below docker's configuration, named by the hash of the context's name.
/// </summary>
/// <param name="environment">Looks up environment variables.</param>
internal sealed class DockerContexts(Func<string, string?> environment)
{
    private const string Advice = "`docker context ls` lists the contexts; DOCKER_HOST goes before them";

    private readonly string _folder = DockerFolder.Find(environment);

    /// <summary>The name of the context in use: DOCKER_CONTEXT, else <c>currentContext</c> of config.json; null for none.</summary>
    public string? Current => environment("DOCKER_CONTEXT") is { Length: > 0 } name ? name : CurrentOfConfig();

    /// <summary>The address of a context, and its TLS files.</summary>
    /// <exception cref="DockerEngineUnavailableException">There is no such context, or it names no engine.</exception>
    public (string Host, EngineTls? Tls) Read(string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var file = Path.Combine(_folder, "contexts", "meta", id, "meta.json");
        using var meta =
            ReadJson(file, $"the docker context '{name}'") ?? throw Unusable(name, $"there is no such context ({file} is not there)", null);
        if (
            !TryGet(meta.RootElement, "Endpoints", out var endpoints)
            || !TryGet(endpoints, "docker", out var docker)
            || !TryGet(docker, "Host", out var host)
            || host.ValueKind != JsonValueKind.String
            || host.GetString() is not { Length: > 0 } address
        )
        {
            throw Unusable(name, $"{file} names no docker host", null);
        }

        var isUnverified = TryGet(docker, "SkipTLSVerify", out var skip) && skip.ValueKind == JsonValueKind.True;
        return (address, EngineTls.FromContext(name, Path.Combine(_folder, "contexts", "tls", id, "docker"), isUnverified));
    }

    private string? CurrentOfConfig()
    {
        using var config = ReadJson(Path.Combine(_folder, "config.json"), "the docker context");
        return
            config is not null
            && TryGet(config.RootElement, "currentContext", out var name)
            && name.ValueKind == JsonValueKind.String
            && name.GetString() is { Length: > 0 } text
            ? text
            : null;
    }

    private static JsonDocument? ReadJson(string file, string what)
    {
        try
        {
            return File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DockerEngineUnavailableException(what, $"{file} cannot be read: {e.Message}", Advice, e);
        }
    }

    private static bool TryGet(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value);
    }

    private static DockerEngineUnavailableException Unusable(string name, string reason, Exception? inner) =>
        new($"the docker context '{name}'", reason, Advice, inner);
}
