namespace LaunchSdk.Docker.Registries;

/// <summary>What a registry is shown: a user and a password, an identity token, or nothing. Its text never holds the secret.</summary>
public sealed class RegistryCredentials
{
    internal RegistryCredentials(string registry, string user, string secret, bool isToken)
    {
        Registry = registry;
        User = user;
        Password = isToken ? "" : secret;
        IdentityToken = isToken ? secret : null;
    }

    /// <summary>
    /// The registry as docker names it in config.json: <c>ghcr.io</c>, <c>registry.example.com:5000</c>, <c>https://index.docker.io/v1/</c>
    /// for Docker Hub.
    /// </summary>
    public string Registry { get; }

    /// <summary>The user; empty where a token stands for him, and for anonymous use.</summary>
    public string User { get; }

    /// <summary>Whether the registry is shown nothing.</summary>
    public bool IsAnonymous => User.Length == 0 && Password.Length == 0 && IdentityToken is null;

    /// <summary>The password; empty where there is a token.</summary>
    internal string Password { get; }

    /// <summary>The identity token; null for a password.</summary>
    internal string? IdentityToken { get; }

    /// <summary>The password or the token.</summary>
    internal string Secret => IdentityToken ?? Password;

    /// <summary>A user and a password, as <c>docker login</c> takes them.</summary>
    /// <param name="registry">The registry's host, with its port where it has one; <c>docker.io</c> for Docker Hub.</param>
    /// <param name="user">The user.</param>
    /// <param name="password">The password or access token.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentException">The registry is no host as docker sees it.</exception>
    public static RegistryCredentials FromPassword(string registry, string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        ArgumentNullException.ThrowIfNull(password);
        return new RegistryCredentials(NameOf(registry), user, password, isToken: false);
    }

    /// <summary>An identity token, which the registry exchanges for access.</summary>
    /// <param name="registry">The registry's host, with its port where it has one; <c>docker.io</c> for Docker Hub.</param>
    /// <param name="token">The token.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentException">The registry is no host as docker sees it.</exception>
    public static RegistryCredentials FromToken(string registry, string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new RegistryCredentials(NameOf(registry), "", token, isToken: true);
    }

    /// <summary>Nothing: the registry is used without logging in, whatever docker's config.json has for it.</summary>
    /// <param name="registry">The registry's host, with its port where it has one; <c>docker.io</c> for Docker Hub.</param>
    /// <returns>The credentials.</returns>
    public static RegistryCredentials Anonymous(string registry) => new(NameOf(registry), "", "", isToken: false);

    /// <inheritdoc/>
    public override string ToString() =>
        IsAnonymous ? $"no credentials for {Registry}" : $"credentials of {(User.Length == 0 ? "a token" : User)} for {Registry}";

    private static string NameOf(string registry)
    {
        ArgumentException.ThrowIfNullOrEmpty(registry);
        var host = RegistryName.HostOf(registry);

        // Docker takes a single word for a user of Docker Hub, which would be shown the password.
        return RegistryName.IsHost(host)
            ? RegistryName.Of(host + "/name")
            : throw new ArgumentException(
                $"'{host}' is not a registry's host (a dot, a port, or localhost): write for example {(host.Length == 0 ? "ghcr.io" : host + ":443")}",
                nameof(registry)
            );
    }
}
