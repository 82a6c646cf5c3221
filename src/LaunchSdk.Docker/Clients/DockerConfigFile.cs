using System.Text;
using System.Text.Json;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Clients;

/// <summary>The parts of docker's <c>config.json</c> that shape a container: proxies, and registry credentials.</summary>
public sealed class DockerConfigFile
{
    private static readonly (string Key, string Variable)[] ProxyVariables =
    [
        ("httpProxy", "HTTP_PROXY"),
        ("httpsProxy", "HTTPS_PROXY"),
        ("noProxy", "NO_PROXY"),
        ("ftpProxy", "FTP_PROXY"),
        ("allProxy", "ALL_PROXY"),
    ];

    private readonly JsonElement _root;

    private DockerConfigFile(JsonElement root) => _root = root;

    /// <summary>A configuration that says nothing.</summary>
    public static DockerConfigFile Empty { get; } = Parse("{}"u8.ToArray());

    /// <summary>Parses a config.json.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static DockerConfigFile Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return new DockerConfigFile(document.RootElement.Clone());
    }

    /// <summary>Reads <c>$DOCKER_CONFIG/config.json</c>, else <c>~/.docker/config.json</c>; empty when there is none.</summary>
    /// <param name="environment">Looks up an environment variable; null when it is not set.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="InvalidDataException">The file is not JSON; the message names it.</exception>
    public static DockerConfigFile Load(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var home = environment("HOME") ?? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        var folder = environment("DOCKER_CONFIG") is { Length: > 0 } configured ? configured : Path.Combine(home, ".docker");
        var path = Path.Combine(folder, "config.json");
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : Empty;
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"docker's configuration {path} is not JSON: {failure.Message}", failure);
        }
    }

    /// <summary>Proxy variables for containers of an engine: upper-case names and their values.</summary>
    /// <param name="engineAddress">Address of the engine, whose own block wins over <c>default</c>.</param>
    /// <returns>The variables; none where the file has no proxies for the engine.</returns>
    public IEnumerable<(string Name, string Value)> Proxies(string engineAddress)
    {
        if (
            !TryGetObject(_root, "proxies", out var proxies)
            || !(TryGetObject(proxies, engineAddress, out var block) || TryGetObject(proxies, "default", out block))
        )
        {
            yield break;
        }

        foreach (var (key, variable) in ProxyVariables)
        {
            if (
                block.TryGetProperty(key, out var value)
                && value.ValueKind == JsonValueKind.String
                && value.GetString() is { Length: > 0 } text
            )
            {
                yield return (variable, text);
            }
        }
    }

    /// <summary>Whether credentials of a registry are stored in the file itself.</summary>
    public bool HasCredentials => TryGetObject(_root, "auths", out var auths) && auths.EnumerateObject().Any();

    /// <summary>The names of all credential programs that the file mentions, without <c>docker-credential-</c>.</summary>
    internal IEnumerable<string> CredentialHelpers =>
        (
            TryGetObject(_root, "credHelpers", out var helpers)
                ? helpers.EnumerateObject().Select(static entry => entry.Value.ToString())
                : []
        )
            .Append(Text(_root, "credsStore"))
            .OfType<string>()
            .Where(static name => name.Length > 0)
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The name behind <c>docker-credential-</c> of the program that keeps a registry's credentials; null where the file does.
    /// </summary>
    internal string? CredentialHelper(string registry)
    {
        var helper = TryGetObject(_root, "credHelpers", out var helpers)
            ? Text(helpers, registry) ?? Text(helpers, RegistryName.HostOf(registry))
            : null;
        return helper ?? Text(_root, "credsStore");
    }

    /// <summary>The credentials that the file itself has for a registry; null for none.</summary>
    internal RegistryCredentials? Credentials(string registry)
    {
        if (!TryGetObject(_root, "auths", out var auths))
        {
            return null;
        }

        if (!TryGetObject(auths, registry, out var entry))
        {
            entry = auths.EnumerateObject().FirstOrDefault(other => RegistryName.HostOf(other.Name) == RegistryName.HostOf(registry)).Value;
        }

        if (Text(entry, "identitytoken") is { } token)
        {
            return new RegistryCredentials(registry, "", token, isToken: true);
        }

        var (user, password) = Text(entry, "auth") is { } auth ? Decode(auth) : (Text(entry, "username"), Text(entry, "password"));
        return user is null || password is null ? null : new RegistryCredentials(registry, user, password, isToken: false);
    }

    // "auth" is base64 of USER:PASSWORD; old versions of docker put a NUL behind it.
    private static (string? User, string? Password) Decode(string auth)
    {
        var bytes = new byte[auth.Length];
        if (!Convert.TryFromBase64String(auth, bytes, out var count))
        {
            return (null, null);
        }

        var text = Encoding.UTF8.GetString(bytes, 0, count).TrimEnd('\0');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (null, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool TryGetObject(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out value)
            && value.ValueKind == JsonValueKind.Object;
    }
}
