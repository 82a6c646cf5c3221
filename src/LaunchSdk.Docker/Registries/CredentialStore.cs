using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Docker.Registries;

/// <summary>
/// Finds credentials: those the program gave, else as the docker command does: the registry's own helper (<c>credHelpers</c>), the helper
/// for all (<c>credsStore</c>), or the file itself (<c>auths</c>).
/// </summary>
/// <param name="given">What the program gave; it wins.</param>
/// <param name="environment">Looks up the client's variables.</param>
internal sealed class CredentialStore(IReadOnlyList<RegistryCredentials> given, Func<string, string?> environment)
{
    /// <summary>Looks up the client's variables.</summary>
    public Func<string, string?> Environment { get; } = environment;

    /// <summary>The secrets that the program gave.</summary>
    public IEnumerable<string> GivenSecrets =>
        given.Select(static credentials => credentials.Secret).Where(static secret => secret.Length > 0);

    /// <summary>Whether the program gave credentials for an image's registry.</summary>
    public bool IsGiven(string image) => given.Any(credentials => credentials.Registry == RegistryName.Of(image));

    /// <summary>
    /// The credentials for an image's registry. Nothing is kept: a helper is asked each time, so that a token is as new as can be.
    /// </summary>
    /// <exception cref="DockerEngineException">config.json cannot be read, or a helper failed; the message holds no secret.</exception>
    public async Task<FoundCredentials> FindAsync(string image, CancellationToken cancellationToken)
    {
        var registry = RegistryName.Of(image);
        if (given.FirstOrDefault(credentials => credentials.Registry == registry) is { } explicitly)
        {
            return new FoundCredentials(explicitly, CredentialOrigin.Given);
        }

        var config = Load();
        if (config.CredentialHelper(registry) is { } helper)
        {
            var value = await CredentialHelper.GetAsync(helper, registry, Environment, cancellationToken).ConfigureAwait(false);
            return new FoundCredentials(value, value is null ? CredentialOrigin.None : CredentialOrigin.Helper);
        }

        return config.Credentials(registry) is { } stored
            ? new FoundCredentials(stored, CredentialOrigin.File)
            : new FoundCredentials(null, CredentialOrigin.None);
    }

    private DockerConfigFile Load()
    {
        try
        {
            return DockerConfigFile.Load(Environment);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DockerEngineException(
                "reading registry credentials",
                e.Message,
                "Correct the file, or name another folder with DOCKER_CONFIG",
                e
            );
        }
    }
}
