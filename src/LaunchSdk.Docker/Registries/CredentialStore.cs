using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Docker.Registries;

/// <summary>Finds credentials as the docker command does: the registry's own helper (<c>credHelpers</c>), the helper for all (<c>credsStore</c>), or the file itself (<c>auths</c>).</summary>
internal static class CredentialStore
{
    /// <summary>The credentials for an image's registry; null where there are none.</summary>
    /// <exception cref="DockerEngineException">config.json cannot be read, or a helper failed; the message holds no secret.</exception>
    public static Task<RegistryCredentials?> FindAsync(string image, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var registry = RegistryName.Of(image);
        var config = Load(environment);
        return config.CredentialHelper(registry) is { } helper
            ? CredentialHelper.GetAsync(helper, registry, environment, cancellationToken)
            : Task.FromResult(config.Credentials(registry));
    }

    private static DockerConfigFile Load(Func<string, string?> environment)
    {
        try
        {
            return DockerConfigFile.Load(environment);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DockerEngineException("reading registry credentials", e.Message, "Correct the file, or name another folder with DOCKER_CONFIG", e);
        }
    }
}
