namespace LaunchSdk.Docker.Registries;

/// <summary>What a registry is shown: a user and a password, or an identity token. Its text never holds the secret.</summary>
internal sealed class RegistryCredentials(string registry, string user, string secret, bool isToken)
{
    public string Registry { get; } = registry;

    /// <summary>The user; empty where a token stands for him.</summary>
    public string User { get; } = user;

    /// <summary>The password; empty where there is a token.</summary>
    public string Password { get; } = isToken ? "" : secret;

    /// <summary>The identity token; null for a password.</summary>
    public string? IdentityToken { get; } = isToken ? secret : null;

    /// <inheritdoc/>
    public override string ToString() => $"credentials of {(User.Length == 0 ? "a token" : User)} for {Registry}";
}
